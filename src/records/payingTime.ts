/** The paying time of one subscription, decoded: what a keyed tally holds. */
export interface PayingRow {
  id: string
  start: number
  /** Absent while it runs on. */
  end?: number
  /** Inactive times, each with its end or null while it lasts. */
  pauses?: Pauses
  mrr: string
  currency: string
  reason?: string
  terms?: Terms
}

/** Inactive times in order, each with its end or null while it lasts. */
export type Pauses = (readonly [number, number | null])[]

/** Terms that have ended. */
export type Terms = { endsAt: number; renewed: boolean }[]

/** The paying time of one subscription as it is read: one object for all of them, filled anew for each. */
export interface PayingTime {
  /** Where it stands among the subscriptions, for an error. */
  row: number
  id: string
  customerId: string
  start: number
  /** Infinite while it runs on. */
  end: number
  /** When service ended, if it has; infinite while it runs on. */
  endedAt: number
  pauses: Pauses | undefined
  /** As the record has it, or as text of a decimal. */
  mrr: string | number
  currency: string
  reason: string | undefined
  terms: Terms | undefined
  /** Whether it has revenue and is no trial, or all count. */
  isPaying: boolean
}

/** A time without any member known, to be filled. */
export function emptyPayingTime(): PayingTime {
  return {
    row: 0,
    id: '',
    customerId: '',
    start: Number.NaN,
    end: Number.POSITIVE_INFINITY,
    endedAt: Number.POSITIVE_INFINITY,
    pauses: undefined,
    mrr: '0.00',
    currency: '',
    reason: undefined,
    terms: undefined,
    isPaying: true,
  }
}

/** Fills a time with a row of a tally. */
export function fillPayingTime(time: PayingTime, customerId: string, row: PayingRow): void {
  time.id = row.id
  time.customerId = customerId
  time.start = row.start
  time.end = row.end ?? Number.POSITIVE_INFINITY
  time.pauses = row.pauses
  time.mrr = row.mrr
  time.currency = row.currency
  time.reason = row.reason
  time.terms = row.terms
}
