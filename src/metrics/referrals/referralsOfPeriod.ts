import type { CountedReferral } from './countedReferrals.js'
import type { ReferralRow } from './readReferrals.js'

/** The customers of a period, in their segments, and what they referred in it. */
export interface ReferralsOfPeriod {
  /** Segments of each customer at any time in the period. */
  customers: Map<string, Set<string | undefined>>
  /** Referrals by each of them. */
  referrals: Map<string, number>
  /** Referrals in it by nobody of them. */
  notActive: number
}

/** Who was a customer at any time in a period, and referred somebody in it. */
export function referralsOfPeriod(
  rows: readonly ReferralRow[],
  counted: readonly CountedReferral[],
  { start, until }: { readonly start: number; readonly until: number },
): ReferralsOfPeriod {
  const customers = new Map<string, Set<string | undefined>>()
  for (const { key, row } of rows) {
    if (row.start === undefined || row.start >= until || (row.end !== undefined && row.end <= start)) continue
    customers.set(key, (customers.get(key) ?? new Set()).add(row.segment))
  }
  const referrals = new Map<string, number>()
  let notActive = 0
  for (const { referrer, at } of counted) {
    if (at < start || at >= until) continue
    if (customers.has(referrer)) referrals.set(referrer, (referrals.get(referrer) ?? 0) + 1)
    else notActive += 1
  }
  return { customers, referrals, notActive }
}
