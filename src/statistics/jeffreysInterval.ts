import { assertKnownOptions, assertLevel } from '../internal/guards.js'
import { assertProportion } from './assertProportion.js'
import type { IntervalEstimate, LevelOptions, Proportion } from './model.js'
import { inverseIncompleteBeta } from './special/inverseIncompleteBeta.js'

/** Options of {@link jeffreysInterval}. */
export interface JeffreysIntervalOptions extends LevelOptions {}

/**
 * Gives the Bayesian interval of a proportion with the prior Beta(1/2, 1/2).
 *
 * The limits are the quantiles of `Beta(k + 1/2, n − k + 1/2)` with equal tails; 0 and 1 at the ends.
 *
 * @param proportion - successes among trials
 * @param options - confidence level
 * @returns the share in 0..1 with its limits; null within 0..1, reason `empty_base`, without trials
 */
export function jeffreysInterval(proportion: Proportion, options: JeffreysIntervalOptions = {}): IntervalEstimate {
  assertProportion(proportion, 'proportion')
  assertKnownOptions(options, ['level'])
  const { level = 0.95 } = options
  assertLevel(level)
  const { successes: k, trials: n } = proportion
  const method = 'jeffreys'
  if (n === 0) return { estimate: null, lower: 0, upper: 1, level, method, reason: 'empty_base' }
  const tail = (1 - level) / 2
  const lower = k === 0 ? 0 : inverseIncompleteBeta(tail, k + 0.5, n - k + 0.5)
  const upper = k === n ? 1 : inverseIncompleteBeta(tail, k + 0.5, n - k + 0.5, true)
  return { estimate: k / n, lower, upper, level, method }
}
