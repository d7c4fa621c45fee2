import type { PurchaseDaysDefinition } from '../tally/columnTallies.js'

/** What is known so far: orders after the instant, or the day, are left out; nothing is when there is none. */
export interface KnownAt {
  /** The last day that is observed, as days since 1970-01-01. */
  readonly day: number
  /** The instant up to which orders count; absent: all of that day. */
  readonly instant?: number | undefined
}

/** Bounds of the first purchase days of a base, as days since 1970-01-01, half-open; infinite where there is none. */
export interface DaySpan {
  readonly from: number
  readonly to: number
}

/** How purchase days are summarised, with the defaults filled in. */
export interface SummaryRules {
  readonly knownAt: KnownAt
  readonly amount: 'gross' | 'net'
  readonly acquired: DaySpan
  readonly ownRhythm: boolean
  /** What the summary says of itself. */
  readonly definition: PurchaseDaysDefinition & Record<string, unknown>
}
