import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'

/** Options of {@link stageConversionRate}. */
export interface StageConversionRateOptions extends ProportionOptions {}

/** What {@link stageConversionRate} reads. */
export interface ConversionCounts {
  /** Deals that entered the first stage, or passed it. */
  readonly entered: number
  /** Those of them that reached the second. */
  readonly converted: number
}

/**
 * Gives the share of deals that reached a later stage: `converted / entered`, of one cohort.
 *
 * A ratio of a snapshot (now in one stage / now in another) is no conversion.
 *
 * @param counts - deals that entered, and those of them that converted
 * @param options - level, interval
 * @returns `stage-conversion-rate` as a ratio 0..1; null with `empty_base` without deals
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more converted than entered
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { stageConversionRate } from 'retention-okr/metrics'
 *
 * stageConversionRate({ entered: 40, converted: 10 }).value // => 0.25
 * ```
 * @since 0.1.0
 */
export function stageConversionRate(counts: ConversionCounts, options: StageConversionRateOptions = {}): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { entered, converted } = readCounts(counts, ['entered', 'converted'])
  if (converted > entered) fail('COUNT_EXCEEDS_BASE', 'counts.converted', 'must not exceed entered', converted)
  const parts = { metric: 'stage-conversion-rate', numerator: converted, denominator: entered, definition: {} }
  return proportionMeasurement(parts, options)
}
