import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { plainKey, type ReferralRow } from './readReferrals.js'

/** A referral that counts where its referrer is a customer. */
export interface CountedReferral {
  referrer: string
  at: number
}

/** The referrals that count, and those that lie: of oneself, or of somebody referred before. */
export interface CountedReferrals {
  counted: CountedReferral[]
  leftOut: { reason: 'self_referral' | 'duplicate_referee'; at: number }[]
}

/** Of several referrals of one referee the first ever counts; a referral of oneself never does. */
export function countedReferrals(rows: readonly ReferralRow[]): CountedReferrals {
  const emails = new Map<string, Set<string>>()
  for (const { key, row } of rows) {
    if (row.email !== undefined) emails.set(key, (emails.get(key) ?? new Set()).add(row.email))
  }
  const result: CountedReferrals = { counted: [], leftOut: [] }
  const known = new Set<string>()
  for (const { key, at, referrer, converted } of inOrder(rows)) {
    const isSelf = converted === referrer || key === plainKey(referrer) || emails.get(referrer)?.has(key) === true
    if (isSelf) result.leftOut.push({ reason: 'self_referral', at })
    else if (known.has(key)) result.leftOut.push({ reason: 'duplicate_referee', at })
    else {
      known.add(key)
      result.counted.push({ referrer, at })
    }
  }
  return result
}

function inOrder(rows: readonly ReferralRow[]) {
  return rows
    .flatMap(({ key, row: { id = '', at, referrer, converted } }) =>
      at === undefined || referrer === undefined ? [] : [{ key, id, at, referrer, converted }],
    )
    .sort((a, b) => a.at - b.at || compareCodeUnits(a.id, b.id))
}
