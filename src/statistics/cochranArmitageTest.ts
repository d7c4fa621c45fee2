import { assertArray } from '../internal/guards.js'
import { assertProportion } from './assertProportion.js'
import type { Proportions } from './model.js'
import { type CountPeriod, type WeightedTrend, weightedTrend } from './weightedTrend.js'

/**
 * Tests the proportions of successive periods for a trend (Cochran-Armitage).
 *
 * `z = Σ t(x − n p)/√(p(1−p) Σ n(t − t̄)²)`. The dispersion is the mean square about the weighted line over `p(1 − p)`;
 * above 1 the score is divided by its root and judged by Student's t with K − 2 degrees of freedom.
 *
 * @param proportions - one a period; null or without trials where it cannot be used (time does not shrink)
 * @returns slope per period, plain and dispersion-adjusted score and p-value; p 1 below two periods
 * @throws {@link RetentionOkrError} INVALID_COUNT, COUNT_EXCEEDS_BASE for a proportion that is none
 * @example
 * ```ts
 * import { cochranArmitageTest } from 'retention-okr/statistics'
 *
 * const smokers = [
 *   { successes: 83, trials: 86 },
 *   { successes: 90, trials: 93 },
 *   { successes: 129, trials: 136 },
 *   { successes: 70, trials: 82 },
 * ]
 * const { p, pAdjusted } = cochranArmitageTest(smokers)
 * p // ≈ 0.0041319
 * pAdjusted // ≈ 0.1920704
 * ```
 * @see Armitage 1955, Tests for linear trends in proportions and frequencies
 * @since 0.1.0
 */
export function cochranArmitageTest(proportions: Proportions): WeightedTrend {
  assertArray(proportions, 'proportions')
  const periods: CountPeriod[] = []
  proportions.forEach((proportion, time) => {
    if (proportion === null) return
    assertProportion(proportion, `proportions[${time}]`)
    if (proportion.trials > 0) periods.push({ time, count: proportion.successes, weight: proportion.trials })
  })
  return weightedTrend(periods, (rate) => rate * (1 - rate))
}
