import { readInstant } from '../../calendar/readInstant.js'
import { readPeriods } from '../../calendar/readPeriods.js'
import type { ActivityEvent, Periods, RecordSource } from '../../records/model.js'
import type { CountedRows } from '../../tally/countedRows.js'
import { createKeys, type Key, type Keys } from '../../tally/createKeys.js'
import type { CountTally, Tally } from '../../tally/model.js'
import { type CutPeriod, cutPeriods, periodCell, sortCells } from '../internal/periodCells.js'
import { type ActivityOptions, type VisitedActivity, visitActivity } from '../internal/visitActivity.js'
import { countTimes } from './countTimes.js'
import { type ActiveTimes, createActiveTimes } from './createActiveTimes.js'
import { createPresenceAccumulator } from './createPresenceAccumulator.js'
import { countsOfMethod } from './definitions.js'
import type { ChurnCounts, ChurnMethod } from './model.js'

/** What churn of activity is counted with. */
export interface ActiveRule {
  inactiveDays: number
  periods: Periods
  method: ChurnMethod | undefined
}

type Cells = CountTally<ChurnCounts>['cells']

/** Counts customers by their activity: bits at the bounds where a method reads no more, else their spans. */
export function countActive(
  source: RecordSource<ActivityEvent> | Tally<object>,
  options: ActivityOptions,
  { inactiveDays, periods: given, method }: ActiveRule,
): VisitedActivity<Cells> {
  return visitActivity(source, options, ({ asOf, timeZone }) => {
    const known = readInstant(asOf, 'UTC', 'options.asOf')
    const periods = cutPeriods(readPeriods(given, timeZone, 'options.periods'), known)
    const rule = { inactiveDays, timeZone }
    const newKeys = (): Keys => createKeys('customers', source)
    if (method === 'closedCohortNet') {
      const { add, addRows, all } = bySegment(() => createPresenceAccumulator(newKeys(), periods, rule))
      return { add, addRows, finish: () => presenceCells(all(), periods, timeZone) }
    }
    const { add, addRows, all } = bySegment((segment) => createActiveTimes(newKeys(), segment, rule))
    return { add, addRows, finish: () => spanCells([...all().values()], periods, timeZone, method) }
  })
}

interface Accumulator {
  add(customerId: Key, at: number): void
  addRows(rows: CountedRows): void
}

/** One accumulator a segment, made when its first event comes. */
function bySegment<A extends Accumulator>(create: (segment: string | undefined) => A) {
  const accumulators = new Map<string | undefined, A>()
  let last: { segment: string | undefined; accumulator: A } | undefined
  const of = (segment: string | undefined): A => {
    if (last !== undefined && last.segment === segment) return last.accumulator
    const accumulator = accumulators.get(segment) ?? create(segment)
    accumulators.set(segment, accumulator)
    last = { segment, accumulator }
    return accumulator
  }
  return {
    add: (customerId: Key, at: number, _type: string, segment: string | undefined): void =>
      of(segment).add(customerId, at),
    addRows: (rows: CountedRows): void => of(undefined).addRows(rows),
    /** All of them; without an event that of no segment. */
    all: (): ReadonlyMap<string | undefined, A> => {
      if (accumulators.size === 0) of(undefined)
      return accumulators
    },
  }
}

function spanCells(
  times: readonly ActiveTimes[],
  periods: readonly CutPeriod[],
  timeZone: string,
  method: ChurnMethod | undefined,
): Cells {
  const spans = times.flatMap((own) => own.finish())
  const cells = countTimes(spans, periods, timeZone)
  return method === undefined ? cells : cells.map((cell) => ({ ...cell, counts: countsOfMethod(cell.counts, method) }))
}

function presenceCells(
  accumulators: ReadonlyMap<string | undefined, ReturnType<typeof createPresenceAccumulator>>,
  periods: readonly CutPeriod[],
  timeZone: string,
): Cells {
  const cells = [...accumulators].flatMap(([segment, presence]) => {
    const counts = presence.finish()
    return periods.map((period, index) =>
      periodCell(period, segment, (counts[index] ?? { opening: 0, lost: 0 }) as unknown as ChurnCounts, timeZone),
    )
  })
  return sortCells(cells)
}
