import { fail } from '../internal/fail.js'
import { assertArray, assertKnownOptions, assertLevel } from '../internal/guards.js'
import { assertProportion } from './assertProportion.js'
import { maximumValues } from './assertValues.js'
import { jeffreysInterval } from './jeffreysInterval.js'
import type { LevelOptions, Proportion } from './model.js'
import { orderlessSum } from './orderlessSum.js'
import { incompleteBeta } from './special/incompleteBeta.js'
import { inverseIncompleteBeta } from './special/inverseIncompleteBeta.js'

/** Options of {@link shrunkenRates}. */
export interface ShrunkenRatesOptions extends LevelOptions {}

/** Result of {@link shrunkenRates}; arrays are in the order of the segments. */
export interface ShrunkenRates {
  /** All successes over all trials; null without trials. */
  overall: number | null
  /** Share of the variance that lies between segments, 0..1; 0 when there is no evidence that they differ. */
  rho: number
  /** Successes that the prior is worth; null when rho is 0. */
  priorAlpha: number | null
  /** Failures that the prior is worth; null when rho is 0. */
  priorBeta: number | null
  /** Rate of each segment, drawn towards the overall one. */
  means: (number | null)[]
  /** Lower limits; null when rho is 0, and for segments without trials. */
  lower: (number | null)[] | null
  /** Upper limits; null when rho is 0, and for segments without trials. */
  upper: (number | null)[] | null
  /** Probability that the rate of each segment is below the overall one. */
  probBelowOverall: (number | null)[] | null
}

/**
 * Estimates the rates of segments by drawing small ones towards the rate of all (empirical Bayes, beta-binomial).
 *
 * The share of variance between segments ρ comes from the analysis of variance; the prior is Beta with mean p̄ and weight
 * `(1 − ρ)/ρ`; each segment's rate is `(x + α)/(n + α + β)` with the posterior interval of equal tails. ρ not above 0 means
 * that nothing says that the segments differ: every rate is the overall one and no prior is invented. Ordering segments
 * by raw rates instead puts the smallest ones at both ends.
 *
 * @param proportions - successes and trials of each segment
 * @param options - confidence level
 * @returns overall rate, ρ, prior, and rate, limits and probability of each segment, all in 0..1
 * @throws {@link RetentionOkrError} INVALID_COUNT, COUNT_EXCEEDS_BASE for a proportion that is none
 * @throws {@link RetentionOkrError} INVALID_OPTION for a level outside (0, 1), TOO_LARGE above a million segments
 * @example
 * ```ts
 * import { shrunkenRates } from 'retention-okr/statistics'
 *
 * const segments = shrunkenRates([
 *   { successes: 150, trials: 180 },
 *   { successes: 44, trials: 60 },
 *   { successes: 9, trials: 18 },
 *   { successes: 80, trials: 90 },
 *   { successes: 12, trials: 13 },
 * ])
 * segments.rho // ≈ 0.063651
 * segments.means[2] // ≈ 0.642640
 * segments.probBelowOverall?.[2] // ≈ 0.989463
 * ```
 * @see Efron and Morris 1975, Data analysis using Stein's estimator and its generalizations; Ridout, Demétrio and Firth
 * 1999, Estimating intraclass correlation for binary data
 * @since 0.1.0
 */
export function shrunkenRates(proportions: readonly Proportion[], options: ShrunkenRatesOptions = {}): ShrunkenRates {
  assertArray(proportions, 'proportions')
  if (proportions.length > maximumValues) {
    fail('TOO_LARGE', 'proportions', `must be ${maximumValues} at most`, proportions.length)
  }
  proportions.forEach((proportion, index) => {
    assertProportion(proportion, `proportions[${index}]`)
  })
  assertKnownOptions(options, ['level'])
  const { level = 0.95 } = options
  assertLevel(level)
  const used = proportions.filter(({ trials }) => trials > 0)
  const trials = used.reduce((sum, segment) => sum + segment.trials, 0)
  const overall = trials === 0 ? null : used.reduce((sum, { successes }) => sum + successes, 0) / trials
  const rho = overall === null ? 0 : varianceShare(used, overall, trials)
  if (overall === null || rho === 0) {
    const nothing = { priorAlpha: null, priorBeta: null, lower: null, upper: null, probBelowOverall: null }
    return { overall, rho: 0, ...nothing, means: proportions.map(() => overall) }
  }
  const weight = (1 - rho) / rho
  const [priorAlpha, priorBeta] = [overall * weight, (1 - overall) * weight]
  // All or nothing everywhere: no prior is left, and Jeffreys' takes its place in the limits.
  const raw = rho === 1
  const [alpha, beta] = raw ? [0.5, 0.5] : [priorAlpha, priorBeta]
  const tail = (1 - level) / 2
  const posterior = (estimate: (a: number, b: number) => number): (number | null)[] =>
    proportions.map(({ successes, trials: n }) => (n === 0 ? null : estimate(successes + alpha, n - successes + beta)))
  const limit = (side: 'lower' | 'upper') =>
    raw
      ? proportions.map((segment) => (segment.trials === 0 ? null : jeffreysInterval(segment, { level })[side]))
      : posterior((a, b) => inverseIncompleteBeta(tail, a, b, side === 'upper'))
  return {
    overall,
    rho,
    priorAlpha,
    priorBeta,
    means: proportions.map(({ successes, trials: n }) =>
      n === 0 ? overall : (successes + priorAlpha) / (n + priorAlpha + priorBeta),
    ),
    lower: limit('lower'),
    upper: limit('upper'),
    probBelowOverall: posterior((a, b) => incompleteBeta(overall, a, b)),
  }
}

/** Intraclass correlation by the analysis of variance; 0 when it is not above 0 or cannot be estimated. */
function varianceShare(segments: readonly Proportion[], overall: number, trials: number): number {
  const groups = segments.length
  if (groups < 2 || trials === groups) return 0
  const between =
    orderlessSum(segments.map(({ successes, trials: n }) => n * (successes / n - overall) ** 2)) / (groups - 1)
  const within = orderlessSum(segments.map(({ successes: x, trials: n }) => (x * (n - x)) / n)) / (trials - groups)
  const size = (trials - orderlessSum(segments.map(({ trials: n }) => n * n)) / trials) / (groups - 1)
  const denominator = between + (size - 1) * within
  return denominator > 0 ? Math.min(1, Math.max(0, (between - within) / denominator)) : 0
}
