import { fail } from '../internal/fail.js'
import { assertKnownOptions } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import { assertValues, maximumValues } from './assertValues.js'
import type { Values } from './model.js'
import { movingRangeLimit, movingRangeMean, movingRanges } from './movingRanges.js'
import { observedValues } from './observedValues.js'

/** Options of {@link individualsChart}. */
export interface IndividualsChartOptions {
  /** Whether ranges beyond their own limit are left out once; default false. */
  readonly screen?: boolean | undefined
}

/** Result of {@link individualsChart}. */
export interface IndividualsLimits {
  /** Mean of the values; null of none. */
  center: number | null
  /** Mean distance of neighbouring periods; null without a pair. */
  meanMovingRange: number | null
  /** Standard deviation estimated from it. */
  sigma: number | null
  /** Center minus three sigma. */
  lower: number | null
  /** Center plus three sigma. */
  upper: number | null
  /** Upper limit of a moving range. */
  movingRangeUpper: number | null
}

/**
 * Gives the natural limits of individual values from their moving ranges (XmR chart).
 *
 * σ = mean moving range/(2/√π), limits mean ± 3 σ; a range is unusual from 3.2665 times the mean range. Ranges do not
 * bridge a missing period. As a warning the limits are weak: on a stable series they are passed on the unfavourable side
 * in 8 % of monthly and 16 % of weekly years (14 and 33 % with a lag-1 correlation of 0.3), and a decline of 0.2 σ a
 * month is found after 11 months at the median, within 6 months in 19 %, within 12 in 62 %.
 *
 * @param values - one value a period, null where missing
 * @param options - whether to screen the ranges
 * @returns center, spread and limits in the unit of the values; null without values, limits null without neighbours
 * @throws {@link RetentionOkrError} INVALID_NUMBER for NaN and infinity among the values
 * @throws {@link RetentionOkrError} INVALID_OPTION for a screen that is no boolean, TOO_LARGE above a million values
 * @example
 * ```ts
 * import { individualsChart } from 'retention-okr/statistics'
 *
 * const chart = individualsChart([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])
 * chart.center // ≈ 50.81
 * chart.lower // ≈ 45.8176
 * chart.upper // ≈ 55.8024
 * ```
 * @see NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2; Wheeler 1993, Understanding variation
 * @since 0.1.0
 */
export function individualsChart(values: Values, options: IndividualsChartOptions = {}): IndividualsLimits {
  assertValues(values, 'values', maximumValues)
  assertKnownOptions(options, ['screen'])
  const { screen = false } = options
  if (typeof screen !== 'boolean') fail('INVALID_OPTION', 'options.screen', 'must be a boolean', screen)
  const observed = observedValues(values).values
  const center = observed.length === 0 ? null : positiveZero(meanOf(observed))
  const ranges = movingRanges(values)
  if (center === null || ranges.length === 0) {
    return { center, meanMovingRange: null, sigma: null, lower: null, upper: null, movingRangeUpper: null }
  }
  const all = meanOf(ranges)
  const meanMovingRange = screen && all > 0 ? meanOf(ranges.filter((range) => range < movingRangeLimit * all)) : all
  const sigma = meanMovingRange / movingRangeMean
  return {
    center,
    meanMovingRange,
    sigma,
    lower: positiveZero(center - 3 * sigma),
    upper: positiveZero(center + 3 * sigma),
    movingRangeUpper: movingRangeLimit * meanMovingRange,
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
