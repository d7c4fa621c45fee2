import { assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { DifferenceEstimate, IntervalEstimate, LevelOptions, Pair, Proportion } from './model.js'
import { type BoundedEstimate, squareAndAdd } from './squareAndAdd.js'
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
  if (first.estimate === null || second.estimate === null) {
    return { difference: null, lower: null, upper: null, level, method, reason: 'empty_base' }
  }
  const { difference, lower, upper } = squareAndAdd(bounded(first), bounded(second))
  return { difference, lower: Math.max(-1, lower), upper: Math.min(1, upper), level, method }
}

function bounded({ estimate, lower, upper }: IntervalEstimate): BoundedEstimate {
  return { value: estimate as number, lower: lower as number, upper: upper as number }
}
