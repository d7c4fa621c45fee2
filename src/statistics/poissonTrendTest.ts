import { assertArray } from '../internal/guards.js'
import { assertRate } from './assertRate.js'
import type { Rates } from './model.js'
import { type CountPeriod, type WeightedTrend, weightedTrend } from './weightedTrend.js'

/** Result of {@link poissonTrendTest}. */
export interface PoissonTrendResult extends WeightedTrend {
  /** Events per unit of exposure over all periods; null without exposure. */
  rate: number | null
}

/**
 * Tests the rates of successive periods for a trend.
 *
 * `z = Σ t(x − n u)/√(u Σ n(t − t̄)²)`, u all events over all exposure; the dispersion about the line is treated as in
 * {@link cochranArmitageTest}.
 *
 * @param rates - one a period; null or without exposure where it cannot be used (time does not shrink)
 * @returns rate, slope per period, plain and dispersion-adjusted score and p-value; p 1 below two periods
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_NUMBER for a rate that is none
 * @example
 * ```ts
 * import { poissonTrendTest } from 'retention-okr/statistics'
 *
 * const complaints = [30, 28, 22, 25, 18, 16, 11].map((count) => ({ count, exposure: 1 }))
 * poissonTrendTest(complaints).slope // ≈ -3
 * ```
 * @see Cox and Lewis 1966, The statistical analysis of series of events
 * @since 0.1.0
 */
export function poissonTrendTest(rates: Rates): PoissonTrendResult {
  assertArray(rates, 'rates')
  const periods: CountPeriod[] = []
  rates.forEach((rate, time) => {
    if (rate === null) return
    assertRate(rate, `rates[${time}]`)
    if (rate.exposure > 0) periods.push({ time, count: rate.count, weight: rate.exposure })
  })
  const exposure = periods.reduce((sum, period) => sum + period.weight, 0)
  const rate = periods.length === 0 ? null : periods.reduce((sum, period) => sum + period.count, 0) / exposure
  return { rate, ...weightedTrend(periods, (mean) => mean) }
}
