import { assertKnownOptions } from '../../internal/guards.js'
import type { ActiveCustomer } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { Tally } from '../../tally/model.js'
import { keyedTally } from '../internal/keyedTally.js'
import { openSource } from '../internal/openSource.js'
import type { ReferralRecords } from './model.js'
import { referralRules } from './readReferrals.js'

/** Options of {@link tallyReferrals}. */
export interface TallyReferralsOptions extends TallyOptions<ActiveCustomer> {}

/**
 * Tallies customers and their referrals: the mergeable first stage of the referral metrics.
 *
 * A keyed tally, as large as its records: one cell a customer, and one cell a referee with the referrals of it. Any split
 * of the records merges.
 *
 * @param records - customers with the time they were one, and referrals
 * @param options - instant of knowledge, zone, segments of the customer
 * @returns a tally of kind `referrals`; left out: `duplicate`, `future`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a customer that ends before it starts
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for one id with two contents
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * ```ts
 * import { tallyReferrals } from 'retention-okr/metrics'
 *
 * const customers = [{ customerId: 'a', startedAt: '2024-01-01' }]
 * const referrals = [{ id: '1', referrerId: 'a', refereeKey: ' Zoe@example.org', at: '2024-01-02' }]
 * const { cells } = tallyReferrals({ customers, referrals }, { asOf: '2024-02-01' })
 * cells.map(({ key }) => key) // => ['a', 'zoe@example.org']
 * ```
 * @since 0.1.0
 */
export function tallyReferrals(records: ReferralRecords, options: TallyReferralsOptions): Tally {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'segmentBy'])
  const opened = openSource(records, options, referralRules(records, options.segmentBy))
  return keyedTally({ kind: 'referrals', distinct: 'customer' }, opened)
}
