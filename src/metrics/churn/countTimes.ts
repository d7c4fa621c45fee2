import { setSpans, spanList } from '../../records/spanList.js'
import type { CountTally } from '../../tally/model.js'
import type { CutPeriod } from '../internal/periodCells.js'
import { createChurnCells } from './createChurnCells.js'
import type { CustomerTime } from './customerTime.js'
import type { ChurnCounts } from './model.js'

/** The counts of customers' times over periods, a cell a period and segment. */
export function countTimes(
  times: readonly CustomerTime[],
  periods: readonly CutPeriod[],
  timeZone: string,
): CountTally<ChurnCounts>['cells'] {
  const segments = times.length === 0 ? [undefined] : [...new Set(times.map(({ segment }) => segment))]
  const places = new Map(segments.map((segment, place) => [segment, place]))
  const cells = createChurnCells(periods, segments.length, { withCauses: false })
  const list = spanList()
  for (const { segment, spans } of times) {
    setSpans(list, spans)
    cells.add(places.get(segment) ?? 0, list)
  }
  return cells.finish(segments, timeZone)
}
