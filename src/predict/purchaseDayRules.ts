import type { PurchaseDaysDefinition } from '../tally/columnTallies.js'
import type { KnownAt } from './summaryRules.js'

/** How purchase days are read, and in which order their customers stand. */
export interface PurchaseDayRules extends PurchaseDaysDefinition {
  readonly knownAt?: KnownAt | undefined
  /** Customers sorted, as a tally has them; else in order of first appearance. */
  readonly sorted: boolean
}
