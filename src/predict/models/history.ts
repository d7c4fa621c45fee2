import type { PurchasePatterns } from '../../tally/columnTallies.js'
import type { PurchaseSummary } from './summary.js'

/** The purchases of one customer, or a pattern that several share. */
export interface PurchaseHistory {
  /** The customer. */
  readonly customerId?: string | undefined
  /** Purchase days after the first, a whole number from 0. */
  readonly frequency: number
  /** Days from the first purchase to the last; 0 exactly without a repeat purchase. */
  readonly ageAtLastPurchaseDays: number
  /** Days from the first purchase to the last observed day. */
  readonly ageDays: number
  /** Mean value of a repeat day in currency units, 0 without one. */
  readonly monetaryValue?: number | undefined
  /** How many customers have it, above 0; default 1. */
  readonly customers?: number | undefined
}

/** Purchase histories in any form: the summary of a base, patterns, or histories one by one. */
export type PurchaseData = PurchaseSummary | PurchasePatterns | Iterable<PurchaseHistory>
