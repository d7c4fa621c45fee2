import { assertArray, assertKnownOptions, assertOneOf } from '../internal/guards.js'
import { assertFrom } from './assertFrom.js'
import { assertProportion } from './assertProportion.js'
import { type AttributeChart, attributeChart } from './attributeChart.js'
import type { Proportions } from './model.js'

/** Options of {@link proportionChart}. */
export interface ProportionChartOptions {
  /** Width of the limits in standard deviations, above 0; default 3. */
  readonly k?: number | undefined
  /** What explains the spread: chance alone (`binomial`) or the spread between periods (`laney`); default the first. */
  readonly spread?: 'binomial' | 'laney' | undefined
}

/**
 * Draws the control limits of proportions (p chart; p' chart with `laney`).
 *
 * `c ± k √(c(1 − c)/n)` within 0..1, c all successes over all trials. Laney's chart multiplies the width by the moving-range
 * spread of the standardised shares, for large samples whose shares vary more than chance explains.
 *
 * @param proportions - one a period; null or without trials where it cannot be used
 * @param options - width and kind of the limits
 * @returns center, limits in 0..1 and periods outside; center null without a usable period
 * @throws {@link RetentionOkrError} INVALID_COUNT, COUNT_EXCEEDS_BASE for a proportion that is none
 * @throws {@link RetentionOkrError} INVALID_OPTION for a k not above 0 or an unknown spread
 * @example
 * ```ts
 * import { proportionChart } from 'retention-okr/statistics'
 *
 * const chart = proportionChart([
 *   { successes: 5, trials: 50 },
 *   null,
 *   { successes: 8, trials: 70 },
 *   { successes: 30, trials: 65 },
 * ])
 * chart.center // ≈ 0.232432
 * chart.lower[0] // ≈ 0.053230
 * chart.outside // => [3]
 * ```
 * @see Montgomery, Introduction to statistical quality control, chapter 7; Laney 2002, Improved control charts for
 * attributes
 * @since 0.1.0
 */
export function proportionChart(proportions: Proportions, options: ProportionChartOptions = {}): AttributeChart {
  assertArray(proportions, 'proportions')
  assertKnownOptions(options, ['k', 'spread'])
  const { k = 3, spread = 'binomial' } = options
  assertFrom(k, 'options.k', false)
  assertOneOf(spread, ['binomial', 'laney'], 'options.spread')
  const periods = proportions.map((proportion, index) => {
    if (proportion === null) return null
    assertProportion(proportion, `proportions[${index}]`)
    return proportion.trials === 0 ? null : { count: proportion.successes, size: proportion.trials }
  })
  return attributeChart(periods, { k, laney: spread === 'laney', maximum: 1, varianceOf: (c) => c * (1 - c) })
}
