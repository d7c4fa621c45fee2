import { activePieces, type PayingRow } from '../../records/readPayingTime.js'
import type { CountTally } from '../../tally/model.js'
import { type CutPeriod, periodCell, sortCells } from '../internal/periodCells.js'
import { churnOfSpans } from './churnOfSpans.js'
import type { CustomerTime } from './customerTimes.js'
import type { ChurnCounts } from './model.js'

type Cells = CountTally<ChurnCounts>['cells']

const causes = {
  voluntary: 'lostVoluntary',
  involuntary: 'lostInvoluntary',
  completed: 'lostCompleted',
  unknown: 'lostUnknown',
} as const

/** The counts of customers' times over periods, a cell a period and segment. */
export function countTimes(
  times: readonly CustomerTime[],
  periods: readonly CutPeriod[],
  timeZone: string,
  withCauses: boolean,
): Cells {
  const segments = [...new Set(times.map(({ segment }) => segment))]
  const named = segments.length === 0 ? [undefined] : segments
  const cells = periods.flatMap((period) =>
    named.map((segment) => periodCell(period, segment, emptyCounts(period, withCauses), timeZone)),
  )
  const countsOf = new Map(cells.map(({ period, segment, counts }) => [JSON.stringify([period, segment]), counts]))
  periods.forEach((period) => {
    const name = periodCell(period, undefined, {}, timeZone).period
    for (const time of times) {
      const counts = countsOf.get(JSON.stringify([name, time.segment]))
      if (counts !== undefined) addTime(counts, time, period, withCauses)
    }
  })
  return sortCells(cells)
}

function emptyCounts({ start, until }: CutPeriod, withCauses: boolean): ChurnCounts {
  const counts: ChurnCounts = {
    opening: 0,
    closing: 0,
    joined: 0,
    reactivated: 0,
    lost: 0,
    openingChurned: 0,
    churnEvents: 0,
    openingChurnEvents: 0,
    customerTime: 0,
    periodTime: until - start,
  }
  if (!withCauses) return counts
  const none = { lostVoluntary: 0, lostInvoluntary: 0, lostCompleted: 0, lostUnknown: 0 }
  return { ...counts, termsEnded: 0, termsNotRenewed: 0, ...none }
}

/** The counts belong to one call, which made them: adding in place spares an object a customer and period. */
function addTime(counts: ChurnCounts, time: CustomerTime, period: CutPeriod, withCauses: boolean): void {
  const { start, until } = period
  const added = churnOfSpans(time.spans, start, until)
  for (const name of Object.keys(added) as (keyof typeof added)[]) counts[name] += added[name]
  if (!withCauses) return
  for (const { terms = [] } of time.rows) {
    for (const { endsAt, renewed } of terms) {
      if (endsAt < start || endsAt >= until) continue
      counts.termsEnded = (counts.termsEnded ?? 0) + 1
      if (!renewed) counts.termsNotRenewed = (counts.termsNotRenewed ?? 0) + 1
    }
  }
  if (added.lost === 1) {
    const cause = causes[causeOf(time.rows, until)]
    counts[cause] = (counts[cause] ?? 0) + 1
  }
}

/** The end reason of the subscription whose paying time ended last before an instant; a pause has none. */
function causeOf(rows: readonly PayingRow[], until: number): keyof typeof causes {
  let last: { end: number; id: string; reason: string | undefined } | undefined
  for (const row of rows) {
    for (const { end, paused } of activePieces(row)) {
      if (end >= until) continue
      const later = last === undefined || end > last.end || (end === last.end && row.id < last.id)
      if (later) last = { end, id: row.id, reason: paused ? undefined : row.reason }
    }
  }
  const reason = last?.reason
  return reason !== undefined && Object.hasOwn(causes, reason) ? (reason as keyof typeof causes) : 'unknown'
}
