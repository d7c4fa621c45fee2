import { assertKnownOptions, assertPlain } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import type { DifferenceEstimate, LevelOptions, Pair, Proportion } from './model.js'
import { wilsonInterval } from './wilsonInterval.js'

/** Options of {@link newcombeInterval}. */
export interface NewcombeIntervalOptions extends LevelOptions {}

/**
 * Gives the interval of a difference of two proportions from their Wilson intervals.
 *
 * With d = p₁ − p₂ and Wilson limits l, u: `d − sqrt((p₁ − l₁)² + (u₂ − p₂)²)` and `d + sqrt((u₁ − p₁)² + (p₂ − l₂)²)`.
 *
 * @param samples - the first proportion and the second, which is subtracted
 * @param options - confidence level
 * @returns the difference in -1..1 with its limits; null, reason `empty_base`, when one of the two has no trials
 * @throws {@link RetentionOkrError} INVALID_COUNT, COUNT_EXCEEDS_BASE, INVALID_OPTION
 * @example
 * ```ts
 * import { newcombeInterval } from 'retention-okr/statistics'
 *
 * const samples = { first: { successes: 56, trials: 70 }, second: { successes: 48, trials: 80 } }
 * const { difference, lower, upper } = newcombeInterval(samples)
 * difference // ≈ 0.2
 * lower // ≈ 0.0524
 * upper // ≈ 0.3339
 * ```
 * @see Newcombe 1998, Interval estimation for the difference between independent proportions, method 10
 * @since 0.1.0
 */
export function newcombeInterval(samples: Pair<Proportion>, options: NewcombeIntervalOptions = {}): DifferenceEstimate {
  assertPlain(samples, 'samples')
  assertKnownOptions(options, ['level'])
  const { level = 0.95 } = options
  const [first, second] = [wilsonInterval(samples.first, { level }), wilsonInterval(samples.second, { level })]
  const method = 'newcombe'
  const [p1, p2] = [first.estimate, second.estimate]
  if (p1 === null || p2 === null) {
    return { difference: null, lower: null, upper: null, level, method, reason: 'empty_base' }
  }
  const below = Math.hypot(p1 - (first.lower ?? 0), (second.upper ?? 1) - p2)
  const above = Math.hypot((first.upper ?? 1) - p1, p2 - (second.lower ?? 0))
  const difference = positiveZero(p1 - p2)
  return {
    difference,
    lower: Math.max(-1, difference - below),
    upper: Math.min(1, difference + above),
    level,
    method,
  }
}
