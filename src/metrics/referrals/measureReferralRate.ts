import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { Tally } from '../../tally/model.js'
import type { PeriodOptions } from '../internal/options.js'
import { measuredReferrals } from './measuredReferrals.js'
import type { ReferralRecords } from './model.js'
import { type ReferralRateOptions, referralRate } from './referralRate.js'

/** Options of {@link measureReferralRate}. */
export interface MeasureReferralRateOptions extends PeriodOptions, ReferralRateOptions {}

/**
 * Measures the share of the customers of a period who referred somebody in it.
 *
 * The counts of {@link countReferrals}, measured by {@link referralRate}.
 *
 * @param source - customers and referrals, or their tally of kind `referrals`
 * @param options - instant of knowledge, period, level
 * @returns `referral-rate` as a ratio 0..1; null with `empty_base` without customers, `not_mature` for a period that is not over;
 * left out: `duplicate`, `future`, `self_referral`, `duplicate_referee`, `not_active`
 * @throws {@link RetentionOkrError} EVENT_ORDER, CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT,
 * TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureReferralRate } from 'retention-okr/metrics'
 *
 * const customers = [{ customerId: 'a', startedAt: '2024-01-01' }, { customerId: 'b', startedAt: '2024-01-01' }]
 * const referral = { referrerId: 'a', at: '2024-01-02' }
 * const referrals = [
 *   { ...referral, id: '1', refereeKey: 'zoe@example.org' },
 *   { ...referral, id: '2', refereeKey: 'yan@example.org' },
 * ]
 * const period = { start: '2024-01-01', end: '2024-02-01' }
 * measureReferralRate({ customers, referrals }, { asOf: '2024-02-01', period }).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function measureReferralRate(
  source: ReferralRecords | Tally<object>,
  options: MeasureReferralRateOptions,
): Measurement {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'period', 'partial', 'level', 'interval'])
  const { level, interval } = options
  return measuredReferrals(source, options, (counts) => referralRate(counts, { level, interval }))
}
