import { assertValues, maximumPairedValues } from './assertValues.js'
import { kendallExactP } from './kendallExactP.js'
import { kendallScore, kendallZ } from './kendallScore.js'
import type { Values } from './model.js'
import { observedValues } from './observedValues.js'
import { twoSidedNormal } from './twoSidedNormal.js'

/** Result of {@link mannKendallTest}. */
export interface MannKendallResult {
  /** Observed values. */
  n: number
  /** Rising pairs minus falling pairs. */
  s: number
  /** Variance of S without a trend, corrected for ties. */
  varS: number
  /** S over all pairs; null below 2 values. */
  tauA: number | null
  /** S over the pairs that could differ; null when all are equal. */
  tauB: number | null
  /** Normal score of S with continuity correction. */
  z: number
  /** Two-sided p-value of z. */
  p: number
  /** Two-sided p-value over all orders of the values; null above 40 values. */
  pExact: number | null
}

const exactLimit = 40

/**
 * Tests a series for a monotone trend (Mann-Kendall).
 *
 * `S = Σ sign(x_j − x_i)` over i < j; `var S = (n(n−1)(2n+5) − Σ t(t−1)(2t+5))/18` over the groups of ties;
 * `z = (S − sign S)/√var S`. Missing periods are left out. The exact p needs 5 values to fall below 0.05.
 *
 * @param values - one value a period, null where missing; 5,000 at most
 * @returns S, tau, z and p-values in 0..1; p 1 below 2 values or when all are equal
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a value that is not finite, TOO_LARGE above 5,000 values
 * @example
 * ```ts
 * import { mannKendallTest } from 'retention-okr/statistics'
 *
 * const trend = mannKendallTest([92, 91, 89, 88, 86, 85])
 * trend.s // => -15
 * trend.pExact // ≈ 0.00277778
 * ```
 * @see Mann 1945, Nonparametric tests against trend; Kendall 1975, Rank correlation methods
 * @since 0.1.0
 */
export function mannKendallTest(values: Values): MannKendallResult {
  assertValues(values, 'values', maximumPairedValues)
  const observed = observedValues(values).values
  const n = observed.length
  const { s, varS, ties } = kendallScore(observed)
  const pairs = (n * (n - 1)) / 2
  const untied = pairs - ties.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  const z = kendallZ(s, varS)
  return {
    n,
    s,
    varS,
    tauA: n < 2 ? null : s / pairs,
    tauB: untied === 0 ? null : s / Math.sqrt(pairs * untied),
    z,
    p: twoSidedNormal(z),
    pExact: n > exactLimit ? null : kendallExactP(s, ties),
  }
}
