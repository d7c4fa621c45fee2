import { assertKnownOptions, assertLevel } from '../internal/guards.js'
import { assertProportion } from './assertProportion.js'
import type { IntervalEstimate, LevelOptions, Proportion } from './model.js'
import { inverseIncompleteBeta } from './special/inverseIncompleteBeta.js'

/** Options of {@link clopperPearsonInterval}. */
export interface ClopperPearsonIntervalOptions extends LevelOptions {}

/**
 * Gives the exact (Clopper-Pearson) interval of a proportion.
 *
 * The limits are beta quantiles: `B(α/2; k, n − k + 1)` and `B(1 − α/2; k + 1, n − k)`; 0 and 1 at the ends.
 *
 * @param proportion - successes among trials
 * @param options - confidence level
 * @returns the share in 0..1 with its limits; null within 0..1, reason `empty_base`, without trials
 * @throws {@link RetentionOkrError} INVALID_COUNT, COUNT_EXCEEDS_BASE, INVALID_OPTION
 * @example
 * ```ts
 * import { clopperPearsonInterval } from 'retention-okr/statistics'
 *
 * const { lower, upper } = clopperPearsonInterval({ successes: 81, trials: 263 })
 * lower // ≈ 0.2527
 * upper // ≈ 0.3676
 * ```
 * @see Clopper and Pearson 1934, The use of confidence or fiducial limits illustrated in the case of the binomial
 * @since 0.1.0
 */
export function clopperPearsonInterval(
  proportion: Proportion,
  options: ClopperPearsonIntervalOptions = {},
): IntervalEstimate {
  assertProportion(proportion, 'proportion')
  assertKnownOptions(options, ['level'])
  const { level = 0.95 } = options
  assertLevel(level)
  const { successes: k, trials: n } = proportion
  const method = 'clopper-pearson'
  if (n === 0) return { estimate: null, lower: 0, upper: 1, level, method, reason: 'empty_base' }
  const tail = (1 - level) / 2
  const lower = k === 0 ? 0 : inverseIncompleteBeta(tail, k, n - k + 1)
  const upper = k === n ? 1 : inverseIncompleteBeta(tail, k + 1, n - k, true)
  return { estimate: k / n, lower, upper, level, method }
}
