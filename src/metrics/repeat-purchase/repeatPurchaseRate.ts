import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import type { PurchaseCounts } from './model.js'

/** Options of {@link repeatPurchaseRate}. */
export interface RepeatPurchaseRateOptions extends ProportionOptions {}

/**
 * Gives the share of buyers of a window who bought twice or more in it: `repeatBuyers / buyers`.
 *
 * It depends on the length of the window: values of a quarter are low by construction. {@link cohortRepeatRate} does not.
 *
 * @param counts - buyers and repeat buyers
 * @param options - level, interval
 * @returns `repeat-purchase-rate` as a ratio 0..1; null, reason `empty_base`, without buyers
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT, COUNT_EXCEEDS_BASE, INVALID_OPTION
 * @example
 * ```ts
 * import { repeatPurchaseRate } from 'retention-okr/metrics'
 *
 * repeatPurchaseRate({ buyers: 80, repeatBuyers: 20 }).value // => 0.25
 * ```
 * @since 0.1.0
 */
export function repeatPurchaseRate(
  counts: Pick<PurchaseCounts, 'buyers' | 'repeatBuyers'>,
  options: RepeatPurchaseRateOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { buyers, repeatBuyers } = readCounts(counts, ['buyers', 'repeatBuyers'])
  const parts = { metric: 'repeat-purchase-rate', numerator: repeatBuyers, denominator: buyers, definition: {} }
  return proportionMeasurement(parts, options)
}
