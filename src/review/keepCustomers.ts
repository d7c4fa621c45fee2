import type { PurchaseSummary } from '../predict/models/summary.js'

/** The rows of a summary that belong to some customers, with their totals. */
export function keepCustomers(summary: PurchaseSummary, isKept: (customerId: string) => boolean): PurchaseSummary {
  const rows = summary.customerId.flatMap((customerId, row) => (isKept(customerId) ? [row] : []))
  const pick = <T>(column: readonly T[]): T[] => rows.map((row) => column[row] as T)
  const [frequency, ageDays] = [pick(summary.frequency), pick(summary.ageDays)]
  return {
    ...summary,
    customerId: pick(summary.customerId),
    frequency,
    ageAtLastPurchaseDays: pick(summary.ageAtLastPurchaseDays),
    ageDays,
    monetaryValue: summary.monetaryValue === null ? null : pick(summary.monetaryValue),
    ...(summary.medianGapDays === undefined ? {} : { medianGapDays: pick(summary.medianGapDays) }),
    totals: {
      customers: rows.length,
      repeatPurchases: frequency.reduce((sum, x) => sum + x, 0),
      repeaters: frequency.filter((x) => x > 0).length,
      maximumAgeDays: ageDays.reduce((longest, age) => Math.max(longest, age), 0),
    },
  }
}
