import { assertArray, assertKnownOptions, assertOneOf } from '../internal/guards.js'
import { assertFrom } from './assertFrom.js'
import { assertRate } from './assertRate.js'
import { type AttributeChart, attributeChart } from './attributeChart.js'
import type { Rates } from './model.js'

/** Options of {@link rateChart}. */
export interface RateChartOptions {
  /** Width of the limits in standard deviations, above 0; default 3. */
  readonly k?: number | undefined
  /** What explains the spread: chance alone (`poisson`) or the spread between periods (`laney`); default the first. */
  readonly spread?: 'poisson' | 'laney' | undefined
}

/**
 * Draws the control limits of event rates (u chart; u' chart with `laney`).
 *
 * `c ± k √(c/n)` from 0, c all events over all exposure. Laney's chart multiplies the width by the moving-range spread of
 * the standardised rates, for large exposures whose rates vary more than chance explains.
 *
 * @param rates - one a period; null or without exposure where it cannot be used
 * @param options - width and kind of the limits
 * @returns center, limits in events per unit of exposure and periods outside; center null without a usable period
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_NUMBER for a rate that is none
 * @throws {@link RetentionOkrError} INVALID_OPTION for a k not above 0 or an unknown spread
 * @example
 * ```ts
 * import { rateChart } from 'retention-okr/statistics'
 *
 * const complaints = [4, 5, 3, 4, 19].map((count) => ({ count, exposure: 10 }))
 * const chart = rateChart(complaints)
 * chart.center // ≈ 0.7
 * chart.upper[0] // ≈ 1.493725
 * chart.outside // => [4]
 * ```
 * @see Montgomery, Introduction to statistical quality control, chapter 7; Laney 2002, Improved control charts for
 * attributes
 * @since 0.1.0
 */
export function rateChart(rates: Rates, options: RateChartOptions = {}): AttributeChart {
  assertArray(rates, 'rates')
  assertKnownOptions(options, ['k', 'spread'])
  const { k = 3, spread = 'poisson' } = options
  assertFrom(k, 'options.k', false)
  assertOneOf(spread, ['poisson', 'laney'], 'options.spread')
  const periods = rates.map((rate, index) => {
    if (rate === null) return null
    assertRate(rate, `rates[${index}]`)
    return rate.exposure === 0 ? null : { count: rate.count, size: rate.exposure }
  })
  const rules = { k, laney: spread === 'laney', maximum: Number.MAX_VALUE, varianceOf: (c: number) => c }
  return attributeChart(periods, rules)
}
