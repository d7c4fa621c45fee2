import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import type { ReferralCounts } from './model.js'

/** Options of {@link referralRate}. */
export interface ReferralRateOptions extends ProportionOptions {}

/**
 * Gives the share of customers who referred somebody: `referrers / customers`.
 *
 * @param counts - customers with a referral, and all customers of the period
 * @param options - level, interval
 * @returns `referral-rate` as a ratio 0..1; null with `empty_base` without customers
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more referrers than customers
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT, INVALID_OPTION
 * @example
 * ```ts
 * import { referralRate } from 'retention-okr/metrics'
 *
 * referralRate({ referrers: 10, customers: 100 }).value // => 0.1
 * ```
 * @since 0.1.0
 */
export function referralRate(
  counts: Pick<ReferralCounts, 'referrers' | 'customers'>,
  options: ReferralRateOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { referrers, customers } = readCounts(counts, ['referrers', 'customers'])
  if (referrers > customers) fail('COUNT_EXCEEDS_BASE', 'counts.referrers', 'must not exceed customers', referrers)
  const parts = { metric: 'referral-rate', numerator: referrers, denominator: customers, definition: {} }
  return proportionMeasurement(parts, options)
}
