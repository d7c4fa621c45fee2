import { fail } from '../internal/fail.js'
import { assertCount, assertKnownOptions, assertPlain } from '../internal/guards.js'
import { assertShare } from './assertShare.js'
import { normalQuantile } from './normalQuantile.js'

/** The sizes of a comparison of two proportions. */
export interface DifferenceDesign {
  /** Share in the baseline, 0..1. */
  baseline: number
  /** Trials of the baseline. */
  baselineTrials: number
  /** Trials that are compared with it. */
  currentTrials: number
}

/** Options of {@link detectableDifference}. */
export interface DetectableDifferenceOptions {
  /** One-sided level of the test in (0, 1); default 0.05. */
  readonly alpha?: number | undefined
  /** Probability of finding the difference in (0, 1); default 0.8. */
  readonly power?: number | undefined
}

/**
 * Gives the smallest difference of two proportions that a one-sided test would have found with the stated power.
 *
 * `(z_(1−α) + z_power) √(p(1 − p)(1/n₀ + 1/n₁))`.
 *
 * @param design - baseline share and the sizes of both samples
 * @param options - level of the test and power
 * @returns a difference above 0, in shares; null without trials or at a baseline of 0 or 1
 * @throws {@link RetentionOkrError} INVALID_COUNT for trials that are none
 * @throws {@link RetentionOkrError} INVALID_OPTION for a baseline outside 0..1, an alpha or power outside (0, 1)
 * @example
 * ```ts
 * import { detectableDifference } from 'retention-okr/statistics'
 *
 * const design = { baseline: 0.45, baselineTrials: 300, currentTrials: 100 }
 * detectableDifference(design) // ≈ 0.142837
 * detectableDifference({ ...design, currentTrials: 0 }) // => null
 * ```
 * @see Lachin 1981, Introduction to sample size determination and power analysis for clinical trials
 * @since 0.1.0
 */
export function detectableDifference(
  design: DifferenceDesign,
  options: DetectableDifferenceOptions = {},
): number | null {
  assertPlain(design, 'design')
  assertKnownOptions(options, ['alpha', 'power'])
  const { baseline, baselineTrials, currentTrials } = design
  const { alpha = 0.05, power = 0.8 } = options
  if (!(baseline >= 0 && baseline <= 1)) fail('INVALID_OPTION', 'design.baseline', 'must be from 0 to 1', baseline)
  assertCount(baselineTrials, 'design.baselineTrials')
  assertCount(currentTrials, 'design.currentTrials')
  assertShare(alpha, 'options.alpha')
  assertShare(power, 'options.power')
  if (baseline === 0 || baseline === 1 || baselineTrials === 0 || currentTrials === 0) return null
  const error = Math.sqrt(baseline * (1 - baseline) * (1 / baselineTrials + 1 / currentTrials))
  return (normalQuantile(power) - normalQuantile(alpha)) * error
}
