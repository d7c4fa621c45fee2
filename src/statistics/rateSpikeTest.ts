import { assertArray, assertPlain } from '../internal/guards.js'
import type { Reason } from '../measurement.js'
import { assertRate } from './assertRate.js'
import type { Rate, Rates } from './model.js'
import { poolRates } from './poolRates.js'
import { spikeProbability } from './spikeProbability.js'

/** A period and the periods that it is compared with. */
export interface SpikeData {
  /** One rate a period; null or without exposure where it cannot be used. */
  baseline: Rates
  /** The period in question, not part of the baseline. */
  current: Rate
}

/** Result of {@link rateSpikeTest}. */
export interface RateSpikeResult {
  /** Events per unit of exposure over the baseline; null without a usable period. */
  baselineRate: number | null
  /** Current rate over the baseline rate; null when nothing happened in the baseline. */
  ratio: number | null
  /** Variance of the baseline periods over what chance explains; null below two periods. */
  dispersion: number | null
  /** One-sided mid-p of as many events or more. */
  midP: number | null
  /** Its normal score. */
  z: number | null
  /** The score over the root of a dispersion above 1. */
  zAdjusted: number | null
  /** One-sided p-value, adjusted for dispersion. */
  pAdjusted: number | null
  /** Why the ratio is null. */
  reason?: Reason
}

/**
 * Tests whether one period has more events than its baseline explains.
 *
 * Given both counts, the current one is binomial with its share of the exposure; `midP` takes half of the observed count
 * off the tail. A baseline that varies more than chance (dispersion, Pearson's X² per degree of freedom, above 1) divides
 * the score by its root and takes Student's law with one degree less than it has periods.
 *
 * @param data - baseline periods and the current one
 * @returns rates, ratio, scores and one-sided p-values in 0..1. The ratio is null with `empty_base` when nothing happened
 * at all, with `unbounded` when it did only now; everything is null with `insufficient_data` without a usable baseline, and
 * all but the baseline with `empty_base` without a current exposure
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_NUMBER for a rate that is none
 * @example
 * ```ts
 * import { rateSpikeTest } from 'retention-okr/statistics'
 *
 * const baseline = [10, 8, 12, 9, 11, 10, 7, 13, 10, 9, 11, 12].map((count) => ({ count, exposure: 200 }))
 * const spike = rateSpikeTest({ baseline, current: { count: 20, exposure: 200 } })
 * spike.ratio // ≈ 1.967213
 * spike.pAdjusted // ≈ 0.004633
 * ```
 * @see Przyborowski and Wilenski 1940, Homogeneity of results in testing samples from Poisson series
 * @since 0.1.0
 */
export function rateSpikeTest(data: SpikeData): RateSpikeResult {
  assertPlain(data, 'data')
  const { baseline, current } = data
  assertArray(baseline, 'data.baseline')
  baseline.forEach((rate, index) => {
    if (rate !== null) assertRate(rate, `data.baseline[${index}]`)
  })
  assertRate(current, 'data.current')
  const pooled = poolRates(baseline)
  const nothing = { ratio: null, midP: null, z: null, zAdjusted: null, pAdjusted: null }
  if (pooled.periods === 0) {
    return { baselineRate: null, dispersion: null, ...nothing, reason: 'insufficient_data' }
  }
  const baselineRate = pooled.count / pooled.exposure
  const { dispersion } = pooled
  if (current.exposure === 0) return { baselineRate, dispersion, ...nothing, reason: 'empty_base' }
  const probabilities = spikeProbability(pooled, current)
  if (baselineRate === 0) {
    const reason = current.count === 0 ? 'empty_base' : 'unbounded'
    return { baselineRate, dispersion, ratio: null, ...probabilities, reason }
  }
  return { baselineRate, dispersion, ratio: current.count / current.exposure / baselineRate, ...probabilities }
}
