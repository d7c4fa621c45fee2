import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'

/** Options of {@link ces}. */
export interface CesOptions extends ProportionOptions {}

/**
 * Gives the customer effort score, the share of answers that found it easy: `easy / answered`.
 *
 * @param counts - answers on the easy side of the threshold, and all answers with a score
 * @param options - level, interval
 * @returns `ces` as a ratio 0..1; null, reason `empty_base`, without answers
 * @throws {@link RetentionOkrError} INVALID_COUNT, MISSING_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more easy answers than answers
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { ces } from 'retention-okr/metrics'
 *
 * ces({ easy: 42, answered: 60 }).value // => 0.7
 * ```
 * @see Dixon, Freeman and Toman 2010, Stop trying to delight your customers
 * @since 0.1.0
 */
export function ces(
  counts: { readonly easy: number; readonly answered: number },
  options: CesOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { easy, answered } = readCounts(counts, ['easy', 'answered'])
  return proportionMeasurement({ metric: 'ces', numerator: easy, denominator: answered, definition: {} }, options)
}
