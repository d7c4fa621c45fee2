import { activePieces, type PayingRow } from '../../records/readPayingTime.js'
import type { CountTally } from '../../tally/model.js'
import { type CutPeriod, periodCell, sortCells } from '../internal/periodCells.js'
import { churnOfSpans } from './churnOfSpans.js'
import type { ChurnCounts } from './model.js'
import type { CustomerTime } from './payingTimes.js'

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
  const bySegment = new Map(named.map((segment) => [segment, periods.map((period) => emptyCounts(period, withCauses))]))
  // Customer by customer, not period by period: what a customer is stays in the cache over all periods.
  for (const time of times) {
    const counts = bySegment.get(time.segment)
    for (let index = 0; index < periods.length; index += 1) {
      const own = counts?.[index]
      const period = periods[index]
      if (own !== undefined && period !== undefined) addTime(own, time, period, withCauses)
    }
  }
  const cells = [...bySegment].flatMap(([segment, counts]) =>
    periods.flatMap((period, index) => {
      const own = counts[index]
      return own === undefined ? [] : [periodCell(period, segment, own, timeZone)]
    }),
  )
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
  if (withCauses) addTerms(counts, time.rows, period)
  if (isOutside(time.spans, start, until)) return
  const added = churnOfSpans(time.spans, start, until)
  counts.opening += added.opening
  counts.closing += added.closing
  counts.joined += added.joined
  counts.reactivated += added.reactivated
  counts.lost += added.lost
  counts.openingChurned += added.openingChurned
  counts.churnEvents += added.churnEvents
  counts.openingChurnEvents += added.openingChurnEvents
  counts.customerTime += added.customerTime
  if (withCauses && added.lost === 1) {
    const cause = causes[causeOf(time.rows, until)]
    counts[cause] = (counts[cause] ?? 0) + 1
  }
}

/** Whether all spans, in order and apart, end before a period or start after it: then they add nothing. */
function isOutside(spans: CustomerTime['spans'], start: number, until: number): boolean {
  const first = spans[0]
  const last = spans[spans.length - 1]
  return first === undefined || last === undefined || first.start >= until || last.end < start
}

function addTerms(counts: ChurnCounts, rows: readonly PayingRow[], { start, until }: CutPeriod): void {
  for (const { terms } of rows) {
    if (terms === undefined) continue
    for (const { endsAt, renewed } of terms) {
      if (endsAt < start || endsAt >= until) continue
      counts.termsEnded = (counts.termsEnded ?? 0) + 1
      if (!renewed) counts.termsNotRenewed = (counts.termsNotRenewed ?? 0) + 1
    }
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
