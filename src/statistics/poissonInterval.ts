import { fail } from '../internal/fail.js'
import { assertCount, assertKnownOptions, assertLevel, assertPlain } from '../internal/guards.js'
import type { Reason } from '../measurement.js'
import type { LevelOptions, Rate } from './model.js'
import { inverseIncompleteGamma } from './special/inverseIncompleteGamma.js'

/** Options of {@link poissonInterval}. */
export interface PoissonIntervalOptions extends LevelOptions {}

/** A rate with its exact limits. */
export interface RateEstimate {
  /** Events per unit of exposure; null without exposure. */
  rate: number | null
  /** Lower limit. */
  lower: number
  /** Upper limit; null without exposure. */
  upper: number | null
  /** Two-sided confidence. */
  level: number
  /** How it was computed. */
  method: string
  /** Why the rate is null. */
  reason?: Reason
}

/**
 * Gives the exact (Garwood) interval of an event rate.
 *
 * `χ²(α/2; 2k)/2` and `χ²(1 − α/2; 2k + 2)/2`, each over the exposure; exactly 0 below when nothing happened.
 *
 * @param rate - events and their exposure
 * @param options - confidence level
 * @returns events per unit of exposure with limits; null with reason `empty_base` without exposure
 * @throws {@link RetentionOkrError} INVALID_COUNT for a count that is none, INVALID_NUMBER for a negative exposure
 * @throws {@link RetentionOkrError} INVALID_OPTION for a level outside (0, 1)
 * @example
 * ```ts
 * import { poissonInterval } from 'retention-okr/statistics'
 *
 * const { lower, upper } = poissonInterval({ count: 10, exposure: 1 })
 * lower // ≈ 4.795
 * upper // ≈ 18.390
 * ```
 * @see Garwood 1936, Fiducial limits for the Poisson distribution
 * @since 0.1.0
 */
export function poissonInterval(rate: Rate, options: PoissonIntervalOptions = {}): RateEstimate {
  assertPlain(rate, 'rate')
  assertKnownOptions(options, ['level'])
  const { count, exposure } = rate
  const { level = 0.95 } = options
  assertCount(count, 'rate.count')
  if (!(Number.isFinite(exposure) && exposure >= 0)) {
    fail('INVALID_NUMBER', 'rate.exposure', 'must be finite and not negative', exposure)
  }
  assertLevel(level)
  const method = 'garwood'
  if (exposure === 0) {
    return { rate: null, lower: 0, upper: null, level, method, reason: 'empty_base' }
  }
  const tail = (1 - level) / 2
  const lower = count === 0 ? 0 : inverseIncompleteGamma(tail, count) / exposure
  const upper = inverseIncompleteGamma(tail, count + 1, true) / exposure
  return { rate: count / exposure, lower, upper, level, method }
}
