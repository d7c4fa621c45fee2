import type { Span } from '../../records/spanList.js'

/** What the spans of one customer add to the counts of a period. */
export interface SpanCounts {
  opening: number
  closing: number
  joined: number
  reactivated: number
  lost: number
  openingChurned: number
  churnEvents: number
  openingChurnEvents: number
  customerTime: number
}

/**
 * Counts of one customer in a period `[start, end)`.
 *
 * A span `[a, b)` is in the opening base when a < start <= b, starts inside when start <= a < end, ends inside when
 * start <= b < end, and is in the closing base when a < end <= b: the state just before a bound. Only so is
 * closing = opening + joined + reactivated - events when something happens exactly on a bound.
 */
export function churnOfSpans(spans: readonly Span[], start: number, end: number): SpanCounts {
  let opening = 0
  let closing = 0
  let joined = 0
  let reactivated = 0
  let churnEvents = 0
  let customerTime = 0
  for (const span of spans) {
    if (span.start < start && start <= span.end) opening = 1
    if (span.start < end && end <= span.end) closing = 1
    if (span.start >= start && span.start < end) {
      if (span === spans[0]) joined = 1
      else reactivated += 1
    }
    if (span.end >= start && span.end < end) churnEvents += 1
    customerTime += Math.max(0, Math.min(span.end, end) - Math.max(span.start, start))
  }
  return {
    opening,
    closing,
    joined,
    reactivated,
    lost: opening === 1 && closing === 0 ? 1 : 0,
    openingChurned: opening === 1 && churnEvents > 0 ? 1 : 0,
    churnEvents,
    openingChurnEvents: opening === 1 ? churnEvents : 0,
    customerTime,
  }
}
