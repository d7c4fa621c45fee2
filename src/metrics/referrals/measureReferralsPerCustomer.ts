import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { Tally } from '../../tally/model.js'
import type { PeriodOptions } from '../internal/options.js'
import { measuredReferrals } from './measuredReferrals.js'
import type { ReferralRecords } from './model.js'
import { type ReferralsPerCustomerOptions, referralsPerCustomer } from './referralsPerCustomer.js'

/** Options of {@link measureReferralsPerCustomer}. */
export interface MeasureReferralsPerCustomerOptions extends PeriodOptions, ReferralsPerCustomerOptions {}

/**
 * Measures the referrals of a period per customer of it.
 *
 * The counts of {@link countReferrals}, measured by {@link referralsPerCustomer}.
 *
 * @param source - customers and referrals, or their tally of kind `referrals`
 * @param options - instant of knowledge, period, level
 * @returns `referrals-per-customer` as a number from 0; null with `empty_base` without customers, `not_mature` for a period that
 * is not over; left out: `duplicate`, `future`, `self_referral`, `duplicate_referee`, `not_active`
 * @throws {@link RetentionOkrError} EVENT_ORDER, CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT,
 * TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureReferralsPerCustomer } from 'retention-okr/metrics'
 *
 * const customers = [{ customerId: 'a', startedAt: '2024-01-01' }, { customerId: 'b', startedAt: '2024-01-01' }]
 * const referral = { referrerId: 'a', at: '2024-01-02' }
 * const referrals = [
 *   { ...referral, id: '1', refereeKey: 'zoe@example.org' },
 *   { ...referral, id: '2', refereeKey: 'yan@example.org' },
 * ]
 * const period = { start: '2024-01-01', end: '2024-02-01' }
 * measureReferralsPerCustomer({ customers, referrals }, { asOf: '2024-02-01', period }).value // => 1
 * ```
 * @since 0.1.0
 */
export function measureReferralsPerCustomer(
  source: ReferralRecords | Tally<object>,
  options: MeasureReferralsPerCustomerOptions,
): Measurement {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'period', 'partial', 'level', 'interval'])
  const { level, interval } = options
  return measuredReferrals(source, options, (counts) => referralsPerCustomer(counts, { level, interval }))
}
