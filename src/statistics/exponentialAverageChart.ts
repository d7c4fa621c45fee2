import { fail } from '../internal/fail.js'
import { assertFinite, assertKnownOptions } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import { assertFrom } from './assertFrom.js'
import { assertValues, maximumValues } from './assertValues.js'
import type { Values } from './model.js'

/** Options of {@link exponentialAverageChart}. */
export interface ExponentialAverageChartOptions {
  /** Level of the stable process, in the unit of the values. */
  readonly center: number
  /** Standard deviation of one value, above 0. */
  readonly sigma: number
  /** Weight of the newest value in (0, 1]; default 0.2. */
  readonly weight?: number | undefined
  /** Width of the limits in standard deviations of the average, above 0; default 2.7. */
  readonly limit?: number | undefined
}

/** Result of {@link exponentialAverageChart}. */
export interface AverageChart {
  /** Exponential average by period; null in missing periods. */
  path: (number | null)[]
  /** Lower limit by period. */
  lower: (number | null)[]
  /** Upper limit by period. */
  upper: (number | null)[]
  /** First period beyond a limit; null without one. */
  alarmIndex: number | null
  /** Which limit it passed. */
  alarmSide: 'upper' | 'lower' | null
}

/**
 * Draws an exponentially weighted moving average (EWMA) with its control limits.
 *
 * `z = w x + (1 − w) z` from the center; limits `center ± L σ √(w/(2 − w) (1 − (1 − w)^(2k)))` after k observed periods.
 * With weight 1 it is a Shewhart chart. A missing period changes nothing. Level and spread must be known: a series is
 * judged against its own baseline by the decline detectors.
 *
 * @param values - one value a period, null where missing
 * @param options - level, spread, weight of the newest value, width of the limits
 * @returns average and limits by period in the unit of the values, and the first alarm
 * @throws {@link RetentionOkrError} INVALID_NUMBER for NaN and infinity among the values
 * @throws {@link RetentionOkrError} INVALID_OPTION for a sigma or limit not above 0, a weight outside (0, 1]
 * @throws {@link RetentionOkrError} TOO_LARGE above a million values
 * @example
 * ```ts
 * import { exponentialAverageChart } from 'retention-okr/statistics'
 *
 * const values = [10, null, 9, 8.5, null, 7, 6.8, 6.5]
 * const chart = exponentialAverageChart(values, { center: 10, sigma: 1 })
 * chart.path[3] // ≈ 9.54
 * chart.alarmIndex // => 5
 * chart.alarmSide // => 'lower'
 * ```
 * @see Roberts 1959, Control chart tests based on geometric moving averages
 * @since 0.1.0
 */
export function exponentialAverageChart(values: Values, options: ExponentialAverageChartOptions): AverageChart {
  assertValues(values, 'values', maximumValues)
  assertKnownOptions(options, ['center', 'sigma', 'weight', 'limit'])
  const { center, sigma, weight = 0.2, limit = 2.7 } = options
  assertFinite(center, 'options.center', 'INVALID_OPTION')
  assertFrom(sigma, 'options.sigma', false)
  if (!(weight > 0 && weight <= 1)) fail('INVALID_OPTION', 'options.weight', 'must be above 0 and at most 1', weight)
  assertFrom(limit, 'options.limit', false)
  const chart: AverageChart = { path: [], lower: [], upper: [], alarmIndex: null, alarmSide: null }
  let average = center
  let looks = 0
  values.forEach((value, index) => {
    if (value === null) {
      chart.path.push(null)
      chart.lower.push(null)
      chart.upper.push(null)
      return
    }
    looks += 1
    average = weight * value + (1 - weight) * average
    const width = limit * sigma * Math.sqrt((weight / (2 - weight)) * (1 - (1 - weight) ** (2 * looks)))
    chart.path.push(positiveZero(average))
    chart.lower.push(positiveZero(center - width))
    chart.upper.push(positiveZero(center + width))
    if (chart.alarmIndex !== null || Math.abs(average - center) <= width) return
    chart.alarmIndex = index
    chart.alarmSide = average > center ? 'upper' : 'lower'
  })
  return chart
}
