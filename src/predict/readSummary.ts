import { fail } from '../internal/fail.js'
import { assertArray, assertDay } from '../internal/guards.js'
import type { PurchaseSummary } from './models/summary.js'
import { readPurchaseData } from './readPurchaseData.js'

/** A summary of purchases with its customers, as `summarisePurchaseDays` makes it; one that went through JSON too. */
export function readSummary(summary: unknown, path = 'summary'): PurchaseSummary {
  if (typeof summary !== 'object' || summary === null || !('customerId' in summary)) {
    fail('INVALID_INPUT', path, 'must be a summary of purchases', summary)
  }
  const given = summary as PurchaseSummary
  const { frequency } = readPurchaseData(given)
  assertDay(given.asOf, `${path}.asOf`)
  assertArray(given.customerId, `${path}.customerId`)
  const { customerId, monetaryValue, medianGapDays } = given
  for (const [name, column] of Object.entries({ customerId, monetaryValue, medianGapDays })) {
    if (column === null || column === undefined) continue
    assertArray(column, `${path}.${name}`)
    if (column.length !== frequency.length) {
      fail('INVALID_HISTORY', `${path}.${name}`, 'must be as long as frequency', column)
    }
  }
  return given
}
