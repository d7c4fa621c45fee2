import type { Day, Instant } from '../measurement.js'

/** Options of `tallyPurchaseDays`. */
export interface TallyPurchaseDaysOptions {
  /** IANA zone that says which day an instant is on; a bare day is taken as it is. Default `UTC`. */
  readonly timeZone?: string | undefined
  /** Whether an order of 0 is a purchase. Default `exclude`. */
  readonly zeroValue?: 'exclude' | 'count' | undefined
  /** Whether an order that was paid back in full is a purchase. Default `exclude`. */
  readonly fullyRefunded?: 'exclude' | 'count' | undefined
}

/** Which customers belong to a base: those whose first purchase day lies in a half-open span of days. */
export interface AcquiredSpan {
  /** The first day. Default: no bound. */
  readonly from?: Day | undefined
  /** The first day after. Default: no bound. */
  readonly to?: Day | undefined
}

/** Options of `summarisePurchaseDays`. */
export interface SummarisePurchaseDaysOptions extends TallyPurchaseDaysOptions {
  /** What is known: a day, wholly observed, or an instant (then its local day is the last). Over a tally: a day. */
  readonly asOf: Instant
  /** Whether refunds and returns are deducted from the amounts. Default `gross`: they are not. */
  readonly amount?: 'gross' | 'net' | undefined
  /** Keep the customers whose first purchase day lies in it. Default all. */
  readonly acquired?: AcquiredSpan | undefined
  /** Whether the median gap between purchase days is returned too. Default false. */
  readonly ownRhythm?: boolean | undefined
}
