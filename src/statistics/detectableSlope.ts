import { fail } from '../internal/fail.js'
import { assertFinite, assertInteger, assertKnownOptions, assertOneOf, assertPlain } from '../internal/guards.js'
import { assertShare } from './assertShare.js'
import { normalQuantile } from './normalQuantile.js'

/** How long a series is and how much it varies about its line. */
export interface SlopeDesign {
  /** Observed periods. */
  periods: number
  /** Standard deviation of one period about the line, from 0. */
  sigma: number
}

/** Options of {@link detectableSlope}. */
export interface DetectableSlopeOptions {
  /** Two-sided level of the test in (0, 1); default 0.05. */
  readonly alpha?: number | undefined
  /** Probability of finding the slope in (0, 1); default 0.8. */
  readonly power?: number | undefined
  /** What is tested: values (rank test) or counts (score test); default `values`. */
  readonly kind?: 'values' | 'counts' | undefined
}

/**
 * Gives the smallest slope per period that the trend tests would have found with the stated power.
 *
 * `(z_(1−α/2) + z_power) f σ √(12/(n³ − n))`, f = 1 + 6/n for values, 1 + 1.7/n for counts: what the tests of the
 * library need beyond one with a known σ. Independent noise is assumed.
 *
 * @param design - observed periods and standard deviation
 * @param options - level of the test, power, kind of series
 * @returns slope per period, above 0; null below 10 periods (counts 6) or without spread
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_NUMBER for a design that is none
 * @throws {@link RetentionOkrError} INVALID_OPTION for an alpha or power outside (0, 1)
 * @example
 * ```ts
 * import { detectableSlope } from 'retention-okr/statistics'
 *
 * detectableSlope({ periods: 12, sigma: 1 }) // ≈ 0.351420
 * detectableSlope({ periods: 5, sigma: 1 }) // => null
 * ```
 * @see Lachin 1981, Introduction to sample size determination and power analysis for clinical trials
 * @since 0.1.0
 */
export function detectableSlope(design: SlopeDesign, options: DetectableSlopeOptions = {}): number | null {
  assertPlain(design, 'design')
  assertKnownOptions(options, ['alpha', 'power', 'kind'])
  const { periods: n, sigma } = design
  const { alpha = 0.05, power = 0.8, kind = 'values' } = options
  assertInteger(n, { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }, 'design.periods', 'INVALID_COUNT')
  assertFinite(sigma, 'design.sigma')
  if (sigma < 0) fail('INVALID_NUMBER', 'design.sigma', 'must not be negative', sigma)
  assertShare(alpha, 'options.alpha')
  assertShare(power, 'options.power')
  assertOneOf(kind, ['values', 'counts'], 'options.kind')
  if (n < (kind === 'values' ? 10 : 6) || sigma === 0) return null
  const factor = 1 + (kind === 'values' ? 6 : 1.7) / n
  return (normalQuantile(1 - alpha / 2) + normalQuantile(power)) * factor * sigma * Math.sqrt(12 / (n ** 3 - n))
}
