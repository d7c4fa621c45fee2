import { assertPlain } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import type { Reason } from '../measurement.js'
import { assertProportion } from './assertProportion.js'
import type { Pair, Proportion } from './model.js'
import { normalTail } from './normalTail.js'
import { twoSidedNormal } from './twoSidedNormal.js'

/** Result of {@link twoProportionTest}. */
export interface TwoProportionResult {
  /** First share minus second share; null without trials on one side. */
  difference: number | null
  /** Normal score with the pooled variance. */
  z: number | null
  /** Two-sided p-value of z. */
  pTwoSided: number | null
  /** One-sided p-value: the first is smaller. */
  pLess: number | null
  /** One-sided p-value: the first is larger. */
  pGreater: number | null
  /** The score times √((N − 1)/N). */
  zN1: number | null
  /** Two-sided p-value of zN1. */
  pTwoSidedN1: number | null
  /** Why there is no test. */
  reason?: Reason
}

/**
 * Compares two proportions by the pooled normal score, without continuity correction.
 *
 * `z = (p₁ − p₂)/√(p(1 − p)(1/n₁ + 1/n₂))`, p all successes over all trials; `zN1 = z √((N − 1)/N)`. For samples of 30
 * and more; below that use the mid-p of {@link fisherExactTest}.
 *
 * @param samples - the first proportion against the second
 * @returns difference, scores and p-values in 0..1; z 0 when nothing or everything succeeded; all null, reason
 * `empty_base`, when one of the two has no trials
 * @throws {@link RetentionOkrError} INVALID_COUNT, COUNT_EXCEEDS_BASE for a proportion that is none
 * @example
 * ```ts
 * import { twoProportionTest } from 'retention-okr/statistics'
 *
 * const samples = { first: { successes: 150, trials: 200 }, second: { successes: 170, trials: 200 } }
 * const { z, pTwoSided, zN1 } = twoProportionTest(samples)
 * z // ≈ -2.5
 * pTwoSided // ≈ 0.0124193
 * zN1 // ≈ -2.496873
 * ```
 * @see Campbell 2007, Chi-squared and Fisher-Irwin tests of two-by-two tables with small sample recommendations
 * @since 0.1.0
 */
export function twoProportionTest(samples: Pair<Proportion>): TwoProportionResult {
  assertPlain(samples, 'samples')
  assertProportion(samples.first, 'samples.first')
  assertProportion(samples.second, 'samples.second')
  const { first, second } = samples
  if (first.trials === 0 || second.trials === 0) {
    const nothing = { difference: null, z: null, pTwoSided: null, pLess: null, pGreater: null }
    return { ...nothing, zN1: null, pTwoSidedN1: null, reason: 'empty_base' }
  }
  const total = first.trials + second.trials
  const pooled = (first.successes + second.successes) / total
  const difference = positiveZero(first.successes / first.trials - second.successes / second.trials)
  const variance = pooled * (1 - pooled) * (1 / first.trials + 1 / second.trials)
  const z = variance === 0 ? 0 : positiveZero(difference / Math.sqrt(variance))
  const zN1 = positiveZero(z * Math.sqrt((total - 1) / total))
  return {
    difference,
    z,
    pTwoSided: twoSidedNormal(z),
    pLess: normalTail(-z),
    pGreater: normalTail(z),
    zN1,
    pTwoSidedN1: twoSidedNormal(zN1),
  }
}
