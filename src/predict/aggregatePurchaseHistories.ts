import type { PurchasePatterns } from '../tally/columnTallies.js'
import type { PurchaseData } from './models/history.js'
import { patternsOf } from './patternsOf.js'
import { readPurchaseData } from './readPurchaseData.js'

/** The distinct histories of a base as a tally: parts without a common customer merge when they say so. */
export function aggregatePurchaseHistories(data: PurchaseData): PurchasePatterns {
  const definition = 'definition' in data ? data.definition : {}
  const day = 'asOf' in data ? { asOf: data.asOf } : {}
  return {
    kind: 'purchase-patterns',
    version: 1,
    definition: { ...definition, ...day },
    distinct: 'customer',
    ...patternsOf(readPurchaseData(data)),
  }
}
