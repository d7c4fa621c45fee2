import type { Day } from '../../measurement.js'
import type { Order } from '../../records/model.js'

/** What of an order makes a purchase day: when it was placed; the rest where it is known. */
export type PurchaseOrder = { readonly [Member in keyof Order]?: Order[Member] | undefined } & Pick<Order, 'placedAt'>

/** The histories of a base as columns of equal length, one row a customer. */
export interface PurchaseSummary {
  /** The last observed day. */
  asOf: Day
  /** The zone that says which day an instant is on. */
  timeZone: string
  /** The currency of the amounts; null without amounts, for an unknown one, or more than one. */
  currency: string | null
  /** The customers, in order of first appearance. */
  customerId: string[]
  /** Purchase days after the first. */
  frequency: number[]
  /** Days from the first purchase to the last. */
  ageAtLastPurchaseDays: number[]
  /** Days from the first purchase to `asOf`. */
  ageDays: number[]
  /** Mean value of a repeat day in currency units, 0 without one; null without amounts, or of mixed currencies. */
  monetaryValue: number[] | null
  /** Why there are no amounts. */
  monetaryReason?: 'empty_base' | 'mixed_currency'
  /** Median gap between purchase days, in days, null for a single one; only where it was asked for. */
  medianGapDays?: (number | null)[]
  /** Sums over the customers. */
  totals: PurchaseTotals
  /** Orders left out, by reason. */
  excluded: Record<string, number>
  /** What is to be said of orders and days that were kept: `duplicateOrders`, `daysWithoutAmount`, `roundedAmounts`. */
  notes: Record<string, number>
  /** The options that shaped it. */
  definition: object
}

/** Sums over the customers of a summary. */
export interface PurchaseTotals {
  /** All customers. */
  customers: number
  /** Purchase days after the first. */
  repeatPurchases: number
  /** Customers with one at least. */
  repeaters: number
  /** The longest time from a first purchase to `asOf`, in days. */
  maximumAgeDays: number
}
