import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import { eventRateMeasurement } from '../internal/eventRateMeasurement.js'
import type { IntervalOptions } from '../internal/options.js'
import { readCounts } from '../internal/readCounts.js'
import { intervalOptionNames } from '../internal/readInterval.js'
import type { ReferralCounts } from './model.js'

/** Options of {@link referralsPerCustomer}. */
export interface ReferralsPerCustomerOptions extends IntervalOptions {}

/**
 * Gives the referrals per customer: `referrals / customers`.
 *
 * @param counts - referrals of a period, and its customers
 * @param options - level, interval
 * @returns `referrals-per-customer` as a number from 0, with Garwood limits; null with `empty_base` or
 * `zero_denominator` without customers
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT, INVALID_OPTION
 * @example
 * ```ts
 * import { referralsPerCustomer } from 'retention-okr/metrics'
 *
 * referralsPerCustomer({ referrals: 12, customers: 10 }).value // => 1.2
 * ```
 * @since 0.1.0
 */
export function referralsPerCustomer(
  counts: Pick<ReferralCounts, 'referrals' | 'customers'>,
  options: ReferralsPerCustomerOptions = {},
): Measurement {
  assertKnownOptions(options, intervalOptionNames)
  const { referrals, customers } = readCounts(counts, ['referrals', 'customers'])
  const parts = { metric: 'referrals-per-customer', numerator: referrals, denominator: customers, definition: {} }
  return { ...eventRateMeasurement(parts, options), unit: 'count' }
}
