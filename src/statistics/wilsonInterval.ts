import { assertKnownOptions, assertLevel } from '../internal/guards.js'
import { assertProportion } from './assertProportion.js'
import type { IntervalEstimate, LevelOptions, Proportion } from './model.js'
import { normalQuantile } from './normalQuantile.js'

/** Options of {@link wilsonInterval}. */
export interface WilsonIntervalOptions extends LevelOptions {
  /** Whether half a success is added towards each limit (Newcombe 1998, method 4); default false. */
  readonly continuity?: boolean | undefined
}

/**
 * Gives the Wilson score interval of a proportion.
 *
 * `(2np + z² ± z·sqrt(z² + 4np(1 − p))) / (2(n + z²))`; exactly 0 below when nothing succeeded and exactly 1 above when
 * everything did.
 *
 * @param proportion - successes among trials
 * @param options - confidence level, continuity correction
 * @returns the share in 0..1 with its limits; null within 0..1, reason `empty_base`, without trials
 * @throws {@link RetentionOkrError} INVALID_COUNT for counts that are none
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more successes than trials
 * @throws {@link RetentionOkrError} INVALID_OPTION for a level outside (0, 1)
 * @example
 * ```ts
 * import { wilsonInterval } from 'retention-okr/statistics'
 *
 * const { lower, upper } = wilsonInterval({ successes: 81, trials: 263 })
 * lower // ≈ 0.2553
 * upper // ≈ 0.3662
 * ```
 * @see Wilson 1927, Probable inference, the law of succession, and statistical inference; Newcombe 1998, Two-sided
 * confidence intervals for the single proportion
 * @since 0.1.0
 */
export function wilsonInterval(proportion: Proportion, options: WilsonIntervalOptions = {}): IntervalEstimate {
  assertProportion(proportion, 'proportion')
  assertKnownOptions(options, ['level', 'continuity'])
  const { level = 0.95, continuity = false } = options
  assertLevel(level)
  const { successes: k, trials: n } = proportion
  const method = continuity ? 'wilson-continuity' : 'wilson'
  if (n === 0) return { estimate: null, lower: 0, upper: 1, level, method, reason: 'empty_base' }
  const z = normalQuantile((1 + level) / 2)
  const lower = k === 0 ? 0 : scoreLimit(k, n, z, -1, continuity)
  const upper = k === n ? 1 : scoreLimit(k, n, z, 1, continuity)
  return { estimate: k / n, lower, upper, level, method }
}

function scoreLimit(k: number, n: number, z: number, side: -1 | 1, continuity: boolean): number {
  const p = k / n
  const z2 = z * z
  const shift = continuity ? side : 0
  const under = continuity ? z2 + side * 2 - 1 / n + 4 * p * (n * (1 - p) - side) : z2 + 4 * k * (1 - p)
  const limit = (2 * k + z2 + shift + side * z * Math.sqrt(Math.max(0, under))) / (2 * (n + z2))
  return Math.min(1, Math.max(0, limit))
}
