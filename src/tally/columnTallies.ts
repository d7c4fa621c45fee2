import type { Partition } from './model.js'

/** Purchase days of customers with amounts: columns sorted by customer (code units), then day; mergeable. */
export interface PurchaseDays {
  /** Always `purchase-days`. */
  kind: 'purchase-days'
  /** Version of the format; absent = 1. */
  version?: 1 | undefined
  /** The options that shaped it. */
  definition: PurchaseDaysDefinition
  /** The currency of all amounts; null when none is known, or more than one. */
  currency: string | null
  /** Whether the amounts are of more than one currency: then they cannot be added. */
  mixedCurrency: boolean
  /** Decimals of the whole amounts, 0 to 6. */
  scale: number
  /** The customers, sorted. */
  customers: string[]
  /** Per row, the index of the customer. */
  row: number[]
  /** Per row, the calendar day, as days since 1970-01-01. */
  day: number[]
  /** Per row, the orders of the day; 0: a day with returns only, no purchase day. */
  orders: number[]
  /** Per row, the total of the day's orders in 10^-scale; null when none is known. */
  amount: (number | null)[]
  /** Per row, what was given back that day in 10^-scale: refunds of its orders and returns. */
  returned: number[]
  /** Orders left out, by reason. */
  excluded: Record<string, number>
  /** Orders kept and worth a word, by what is to be said. */
  notes: Record<string, number>
}

/** The options that shape purchase days. */
export interface PurchaseDaysDefinition {
  /** The zone that says which day an instant is on. */
  timeZone: string
  /** Whether orders of 0 are purchases. */
  zeroValue: 'exclude' | 'count'
  /** Whether orders that were paid back in full are purchases. */
  fullyRefunded: 'exclude' | 'count'
}

/** Distinct purchase histories with the number of customers of each: columns sorted by the three keys; mergeable. */
export interface PurchasePatterns {
  /** Always `purchase-patterns`. */
  kind: 'purchase-patterns'
  /** Version of the format; absent = 1. */
  version?: 1 | undefined
  /** The options that shaped it, the day of knowledge included. */
  definition: object
  /** What is counted once: customers. */
  distinct: 'customer'
  /** The parts of a declared split that it covers. */
  partition?: Partition | undefined
  /** Per row, purchase days after the first. */
  frequency: number[]
  /** Per row, days from the first purchase to the last. */
  ageAtLastPurchaseDays: number[]
  /** Per row, days from the first purchase to the day of knowledge. */
  ageDays: number[]
  /** Per row, customers with this history. */
  customers: number[]
}

/** Renewals of contracts: how many were kept and lost at each opportunity, summed over cohorts; mergeable. */
export interface RenewalCounts {
  /** Always `renewals`. */
  kind: 'renewals'
  /** Version of the format; absent = 1. */
  version?: 1 | undefined
  /** Empty: nothing shapes it. */
  definition: object
  /** Customers who renewed, by renewal opportunity. */
  kept: number[]
  /** Customers who did not, by renewal opportunity. */
  lost: number[]
}

/** A tally of columns, without cells. */
export type ColumnTally = PurchaseDays | PurchasePatterns | RenewalCounts
