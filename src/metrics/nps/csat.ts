import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'

/** Options of {@link csat}. */
export interface CsatOptions extends ProportionOptions {}

/**
 * Gives customer satisfaction, the share of satisfied answers: `satisfied / answered`.
 *
 * @param counts - answers from the threshold up, and all answers with a score
 * @param options - level, interval
 * @returns `csat` as a ratio 0..1; null, reason `empty_base`, without answers
 * @throws {@link RetentionOkrError} INVALID_COUNT, MISSING_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more satisfied answers than answers
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { csat } from 'retention-okr/metrics'
 *
 * csat({ satisfied: 156, answered: 200 }).value // => 0.78
 * ```
 * @see Bendle, Farris, Pfeifer and Reibstein 2016, Marketing metrics
 * @since 0.1.0
 */
export function csat(
  counts: { readonly satisfied: number; readonly answered: number },
  options: CsatOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { satisfied, answered } = readCounts(counts, ['satisfied', 'answered'])
  return proportionMeasurement({ metric: 'csat', numerator: satisfied, denominator: answered, definition: {} }, options)
}
