import { fail } from '../internal/fail.js'
import { assertArray, assertFinite, assertInteger, assertKnownOptions, assertPlain } from '../internal/guards.js'
import { assertRate } from './assertRate.js'
import { assertShare } from './assertShare.js'
import { firstWhere } from './firstWhere.js'
import type { Rates } from './model.js'
import { normalQuantile } from './normalQuantile.js'
import { poolRates } from './poolRates.js'
import { inverseIncompleteGamma } from './special/inverseIncompleteGamma.js'
import { spikeProbability } from './spikeProbability.js'

/** A baseline of rates and the exposure of the period compared with it. */
export interface RateRatioDesign {
  /** One rate a period; null or without exposure where it cannot be used. */
  baseline: Rates
  /** Exposure of the period, from 0. */
  exposure: number
}

/** Options of {@link detectableRateRatio}. */
export interface DetectableRateRatioOptions {
  /** One-sided level of the test in (0, 1); default 0.05. */
  readonly alpha?: number | undefined
  /** Fewest events that count as a spike, from 0; default 3. */
  readonly minimumCount?: number | undefined
  /** Probability of finding the ratio in (0, 1); default 0.8. */
  readonly power?: number | undefined
}

/** Result of {@link detectableRateRatio}. */
export interface DetectableRatio {
  /** Smallest count that the test takes for a spike. */
  count: number
  /** Expected events at which such a count comes with the stated power. */
  mean: number
  /** That expectation over the one of the baseline. */
  ratio: number
}

/** Counts above this are not searched. */
const largestCount = 1_000_000

/**
 * Gives the smallest ratio of rates that {@link rateSpikeTest} would have found with the stated power.
 *
 * c is the smallest count whose adjusted p-value is below alpha; the mean μ has `P(Poisson(μ) ≥ c) = power`, and with a
 * dispersion φ above 1 solves `μ − c + 1/2 = z_power √(φ μ)`.
 *
 * @param design - baseline and exposure of the period
 * @param options - level of the test, fewest events, power
 * @returns count, mean and ratio; null without exposure, without events in the baseline, or when no count is enough
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_NUMBER for a rate or exposure that is none
 * @throws {@link RetentionOkrError} INVALID_OPTION for an alpha or power outside (0, 1), a minimum that is no count
 * @example
 * ```ts
 * import { detectableRateRatio } from 'retention-okr/statistics'
 *
 * const baseline = [10, 8, 12, 9, 11, 10, 7, 13, 10, 9, 11, 12].map((count) => ({ count, exposure: 200 }))
 * const detectable = detectableRateRatio({ baseline, exposure: 200 }, { alpha: 0.00874161095 })
 * detectable?.count // => 20
 * detectable?.ratio // ≈ 2.324682
 * ```
 * @see Garwood 1936, Fiducial limits for the Poisson distribution
 * @since 0.1.0
 */
export function detectableRateRatio(
  design: RateRatioDesign,
  options: DetectableRateRatioOptions = {},
): DetectableRatio | null {
  assertDesign(design)
  assertKnownOptions(options, ['alpha', 'minimumCount', 'power'])
  const { alpha = 0.05, minimumCount = 3, power = 0.8 } = options
  assertShare(alpha, 'options.alpha')
  assertInteger(minimumCount, { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumCount')
  assertShare(power, 'options.power')
  const { baseline, exposure } = design
  const pooled = poolRates(baseline)
  if (pooled.count === 0 || exposure === 0) return null
  const isSpike = (count: number) => spikeProbability(pooled, { count, exposure }).pAdjusted < alpha
  const count = firstSpike(Math.max(1, minimumCount), isSpike)
  if (count === null) return null
  const mean = meanFor(count, power, pooled.dispersion ?? 1)
  return { count, mean, ratio: mean / ((pooled.count / pooled.exposure) * exposure) }
}

/** The smallest count from a first one on that is a spike: most are near it, so the search doubles up from there. */
function firstSpike(fewest: number, isSpike: (count: number) => boolean): number | null {
  let low = fewest
  let high = fewest
  while (high <= largestCount && !isSpike(high)) [low, high] = [high + 1, 2 * high]
  const end = Math.min(high, largestCount + 1)
  const count = firstWhere(low, end, isSpike)
  return count > largestCount ? null : count
}

function meanFor(count: number, power: number, dispersion: number): number {
  if (dispersion <= 1) return inverseIncompleteGamma(power, count)
  const width = normalQuantile(power) * Math.sqrt(dispersion)
  return ((width + Math.sqrt(width ** 2 + 4 * (count - 0.5))) / 2) ** 2
}

function assertDesign(design: RateRatioDesign): void {
  assertPlain(design, 'design')
  assertArray(design.baseline, 'design.baseline')
  design.baseline.forEach((rate, index) => {
    if (rate !== null) assertRate(rate, `design.baseline[${index}]`)
  })
  assertFinite(design.exposure, 'design.exposure')
  if (design.exposure < 0) fail('INVALID_NUMBER', 'design.exposure', 'must not be negative', design.exposure)
}
