import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import type { ReferredCustomerCounts } from './model.js'

/** Options of {@link referredShare}. */
export interface ReferredShareOptions extends ProportionOptions {}

/**
 * Gives the share of new customers who came by a referral: `referred / newCustomers`.
 *
 * @param counts - referred ones among the new customers of a period
 * @param options - level, interval
 * @returns `referred-share` as a ratio 0..1; null with `empty_base` without new customers
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more referred than new customers
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT, INVALID_OPTION
 * @example
 * ```ts
 * import { referredShare } from 'retention-okr/metrics'
 *
 * referredShare({ referred: 4, newCustomers: 20 }).value // => 0.2
 * ```
 * @since 0.1.0
 */
export function referredShare(counts: ReferredCustomerCounts, options: ReferredShareOptions = {}): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { referred, newCustomers } = readCounts(counts, ['referred', 'newCustomers'])
  if (referred > newCustomers) {
    fail('COUNT_EXCEEDS_BASE', 'counts.referred', 'must not exceed newCustomers', referred)
  }
  const parts = { metric: 'referred-share', numerator: referred, denominator: newCustomers, definition: {} }
  return proportionMeasurement(parts, options)
}
