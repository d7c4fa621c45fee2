import { positiveZero } from '../internal/positiveZero.js'
import { assertValues, maximumPairedValues } from './assertValues.js'
import { chainedRanks } from './chainedRanks.js'
import { kendallScore, kendallZ } from './kendallScore.js'
import { lagOneAutocorrelation } from './lagOneAutocorrelation.js'
import { middle } from './middle.js'
import type { Values } from './model.js'
import { type Observed, observedValues } from './observedValues.js'
import { pairSlopes } from './pairSlopes.js'
import { twoSidedNormal } from './twoSidedNormal.js'

/** Result of {@link autocorrelatedMannKendallTest}. */
export interface AutocorrelatedMannKendallResult {
  /** Observed values. */
  n: number
  /** Rising pairs minus falling pairs. */
  s: number
  /** Variance of S without a trend and without autocorrelation. */
  varS: number
  /** Lag-1 autocorrelation of the ranks of the detrended values. */
  r1: number
  /** The same without its bias, from 0 to 0.95. */
  phi: number
  /** What the variance is multiplied by, 1 or more. */
  correction: number
  /** Normal score of S. */
  z: number
  /** Two-sided p-value. */
  p: number
}

/**
 * Tests a series for a monotone trend when neighbouring periods resemble each other.
 *
 * The variance of the Mann-Kendall S is multiplied by
 * `1 + 2/(n(n−1)(n−2)) Σ (n−k)(n−k−1)(n−k−2) φ^k`, where `φ = (n r₁ + 2)/(n − 4)` within 0..0.95 and r₁ is the lag-1
 * autocorrelation of the ranks about the Sen line. A negative autocorrelation never shrinks the variance. Size of
 * one look at 5 %: 2-4 % without autocorrelation, 5-7 % at 0.3, 7-10 % at 0.6.
 *
 * @param values - one value a period, null where missing; 5,000 at most
 * @returns S, the correction and the p-value in 0..1; p 1 below 2 values or when all are equal
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a value that is not finite, TOO_LARGE above 5,000 values
 * @example
 * ```ts
 * import { autocorrelatedMannKendallTest } from 'retention-okr/statistics'
 *
 * const trend = autocorrelatedMannKendallTest([85.5, 84, 86, 84.5, 83, 84, 82.5, 83.5, 81, 82, 80.5, 81.5])
 * trend.correction // => 1
 * trend.p // ≈ 0.00156808
 * ```
 * @see Hamed and Rao 1998, A modified Mann-Kendall trend test for autocorrelated data
 * @since 0.1.0
 */
export function autocorrelatedMannKendallTest(values: Values): AutocorrelatedMannKendallResult {
  assertValues(values, 'values', maximumPairedValues)
  const observed = observedValues(values)
  const n = observed.values.length
  const { s, varS } = kendallScore(observed.values)
  const r1 = n < 3 ? 0 : positiveZero(lagOneAutocorrelation({ ...observed, values: detrendedRanks(observed) }))
  const phi = n <= 4 ? 0 : Math.min(0.95, Math.max(0, (n * r1 + 2) / (n - 4)))
  const correction = varianceCorrection(n, phi)
  const z = kendallZ(s, varS) / Math.sqrt(correction)
  return { n, s, varS, r1, phi, correction, z, p: twoSidedNormal(z) }
}

function detrendedRanks({ values, indices }: Observed): number[] {
  const slope = middle(pairSlopes(values, indices))
  const residuals = values.map((value, position) => value - slope * (indices[position] as number))
  const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1)
  return chainedRanks(residuals, 1e-11 * scale)
}

function varianceCorrection(n: number, phi: number): number {
  if (n < 3 || phi === 0) return 1
  let sum = 0
  let power = 1
  for (let lag = 1; lag < n; lag++) {
    power *= phi
    sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * power
  }
  return 1 + (2 / (n * (n - 1) * (n - 2))) * sum
}
