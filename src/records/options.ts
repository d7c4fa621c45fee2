import type { Instant } from '../measurement.js'

/** The instant of knowledge and the zone of days: options of every function over records. */
export interface AsOfOptions {
  /** Nothing later is known: an instant, or a day = its local midnight. */
  readonly asOf: Instant
  /** IANA zone that defines days and what a date-only value means; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** `'trusted'`: the caller vouches that no id comes twice, and none is looked for; default `'check'`. */
  readonly duplicates?: 'check' | 'trusted' | undefined
}

/** Options of a tally over records of one type. */
export interface TallyOptions<T> extends AsOfOptions {
  /** Field of the record (its own, else of `extra`), or a function of it; none: one segment for all. */
  readonly segmentBy?: string | ((record: T) => string | undefined) | undefined
}

/** The names of the options of a tally. */
export const tallyOptionNames = ['asOf', 'timeZone', 'segmentBy', 'duplicates'] as const

/** How paying time is read from subscriptions. */
export interface SpanOptions {
  /** What ends a subscription: service, the request to cancel, or the billing status; default `'serviceEnd'`. */
  readonly churnAt?: 'serviceEnd' | 'cancelRequest' | 'billingStatus' | undefined
  /** Days unpaid after which a subscription counts as ended; default none: past due is active. */
  readonly pastDueDays?: number | undefined
  /** Whether a pause interrupts; default `'inactive'`. */
  readonly paused?: 'inactive' | 'active' | undefined
  /** Gaps of up to so many local days are bridged; default 0. */
  readonly gapToleranceDays?: number | undefined
  /** Whether a gap within one local day is bridged and a span within one local day dropped; default false. */
  readonly netWithinDay?: boolean | undefined
}
