import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import type { PurchaseCounts } from './model.js'

/** Options of {@link returningCustomerRate}. */
export interface ReturningCustomerRateOptions extends ProportionOptions {}

/**
 * Gives the share of buyers of a window who had bought before: `returningBuyers / buyers`.
 *
 * @param counts - buyers and returning buyers
 * @param options - level, interval
 * @returns `returning-customer-rate` as a ratio 0..1; null, reason `empty_base`, without buyers
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT, COUNT_EXCEEDS_BASE, INVALID_OPTION
 * @example
 * ```ts
 * import { returningCustomerRate } from 'retention-okr/metrics'
 *
 * returningCustomerRate({ buyers: 80, returningBuyers: 60 }).value // => 0.75
 * ```
 * @since 0.1.0
 */
export function returningCustomerRate(
  counts: Pick<PurchaseCounts, 'buyers' | 'returningBuyers'>,
  options: ReturningCustomerRateOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { buyers, returningBuyers } = readCounts(counts, ['buyers', 'returningBuyers'])
  const parts = { metric: 'returning-customer-rate', numerator: returningBuyers, denominator: buyers, definition: {} }
  return proportionMeasurement(parts, options)
}
