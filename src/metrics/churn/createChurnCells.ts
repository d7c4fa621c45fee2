import type { SpanList } from '../../records/spanList.js'
import type { CountTally } from '../../tally/model.js'
import { type CutPeriod, periodCell, sortCells } from '../internal/periodCells.js'
import type { ChurnCounts } from './model.js'

/** The counts of customers' times over periods, by segment. */
export interface ChurnCells {
  /** Adds the united spans of one customer; asks for the cause of a loss where causes are counted. */
  add(segment: number, spans: SpanList, causeBefore?: (until: number) => LossCause): void
  /** Adds a term that ended at an instant. */
  addTerm(segment: number, endsAt: number, renewed: boolean): void
  /** A cell a period and segment. */
  finish(segments: readonly (string | undefined)[], timeZone: string): CountTally<ChurnCounts>['cells']
}

/** Why a customer is lost. */
export type LossCause = 'voluntary' | 'involuntary' | 'completed' | 'unknown'

/** Where each count stands among the numbers of a period. */
const place = {
  opening: 0,
  closing: 1,
  joined: 2,
  reactivated: 3,
  lost: 4,
  openingChurned: 5,
  churnEvents: 6,
  openingChurnEvents: 7,
  customerTime: 8,
  /** Customers' time beyond what one number holds exactly. */
  largeTime: 9,
  termsEnded: 10,
  termsNotRenewed: 11,
  voluntary: 12,
  involuntary: 13,
  completed: 14,
  unknown: 15,
} as const
const width = 16

/** Whole numbers below twice this are exact. */
const large = 2 ** 52

/** Counts over periods for a number of segments, sixteen numbers each: no object a customer. */
export function createChurnCells(
  periods: readonly CutPeriod[],
  segments: number,
  { withCauses }: { readonly withCauses: boolean },
): ChurnCells {
  const counts = new Float64Array(segments * periods.length * width)
  return {
    // Customer by customer, not period by period: what a customer is stays in the cache over all periods.
    add: (segment, spans, causeBefore) => {
      const first = spans.starts[0] ?? 0
      const last = spans.ends[spans.length - 1] ?? 0
      if (spans.length === 0) return
      for (let index = 0; index < periods.length; index += 1) {
        const { start, until } = periods[index] as CutPeriod
        // All spans end before the period or start after it: then they add nothing.
        if (first >= until || last < start) continue
        const from = (segment * periods.length + index) * width
        const isLost = addSpans(counts, from, spans, start, until)
        if (isLost && causeBefore !== undefined) increase(counts, from + place[causeBefore(until)])
      }
    },
    addTerm: (segment, endsAt, renewed) => {
      for (let index = 0; index < periods.length; index += 1) {
        const { start, until } = periods[index] as CutPeriod
        if (endsAt < start || endsAt >= until) continue
        const from = (segment * periods.length + index) * width
        increase(counts, from + place.termsEnded)
        if (!renewed) increase(counts, from + place.termsNotRenewed)
      }
    },
    finish: (names, timeZone) =>
      sortCells(
        names.flatMap((segment, row) =>
          periods.map((period, index) => {
            const own = counts.subarray((row * periods.length + index) * width)
            return periodCell(period, segment, countsOf(own, period.until - period.start, withCauses), timeZone)
          }),
        ),
      ),
  }
}

function increase(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}

/**
 * Adds the spans of one customer to the counts of a period `[start, end)`, and tells whether the customer is lost.
 *
 * A span `[a, b)` is in the opening base when a < start <= b, starts inside when start <= a < end, ends inside when
 * start <= b < end, and is in the closing base when a < end <= b: the state just before a bound. Only so is
 * closing = opening + joined + reactivated - events when something happens exactly on a bound.
 */
function addSpans(counts: Float64Array, from: number, { starts, ends, length }: SpanList, start: number, end: number) {
  let opening = 0
  let closing = 0
  let events = 0
  for (let at = 0; at < length; at += 1) {
    const [a, b] = [starts[at] ?? 0, ends[at] ?? 0]
    if (a < start && start <= b) opening = 1
    if (a < end && end <= b) closing = 1
    if (a >= start && a < end) increase(counts, from + (at === 0 ? place.joined : place.reactivated))
    if (b >= start && b < end) events += 1
    addTime(counts, from, Math.max(0, Math.min(b, end) - Math.max(a, start)))
  }
  counts[from + place.opening] = (counts[from + place.opening] ?? 0) + opening
  counts[from + place.closing] = (counts[from + place.closing] ?? 0) + closing
  counts[from + place.churnEvents] = (counts[from + place.churnEvents] ?? 0) + events
  if (opening === 0) return false
  if (events > 0) increase(counts, from + place.openingChurned)
  counts[from + place.openingChurnEvents] = (counts[from + place.openingChurnEvents] ?? 0) + events
  if (closing === 1) return false
  increase(counts, from + place.lost)
  return true
}

/** What passes the whole numbers that are exact is carried, so that the sum does not depend on the order. */
function addTime(counts: Float64Array, from: number, time: number): void {
  const sum = (counts[from + place.customerTime] ?? 0) + time
  counts[from + place.customerTime] = sum < large ? sum : sum - large
  if (sum >= large) increase(counts, from + place.largeTime)
}

function countsOf(own: Float64Array, periodTime: number, withCauses: boolean): ChurnCounts {
  const of = (name: keyof typeof place): number => own[place[name]] ?? 0
  const counts: ChurnCounts = {
    opening: of('opening'),
    closing: of('closing'),
    joined: of('joined'),
    reactivated: of('reactivated'),
    lost: of('lost'),
    openingChurned: of('openingChurned'),
    churnEvents: of('churnEvents'),
    openingChurnEvents: of('openingChurnEvents'),
    customerTime: of('largeTime') * large + of('customerTime'),
    periodTime,
  }
  if (!withCauses) return counts
  return {
    ...counts,
    termsEnded: of('termsEnded'),
    termsNotRenewed: of('termsNotRenewed'),
    lostVoluntary: of('voluntary'),
    lostInvoluntary: of('involuntary'),
    lostCompleted: of('completed'),
    lostUnknown: of('unknown'),
  }
}
