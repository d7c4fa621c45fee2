import { assertKnownOptions, assertLevel } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import { assertNumbers } from './assertNumbers.js'
import { assertRange } from './assertRange.js'
import { maximumValues } from './assertValues.js'
import { limitsAbout } from './limitsAbout.js'
import type { IntervalEstimate, LevelOptions } from './model.js'
import { orderlessSum } from './orderlessSum.js'
import { studentTQuantile } from './studentTQuantile.js'

/** Options of {@link meanInterval}. */
export interface MeanIntervalOptions extends LevelOptions {
  /** Smallest possible value, at which limits are clipped; open by default. */
  readonly minimum?: number | undefined
  /** Largest possible value, at which limits are clipped; open by default. */
  readonly maximum?: number | undefined
}

/**
 * Gives the interval of a mean.
 *
 * `m ± t s/√n`, t the quantile of Student's law with n − 1 degrees of freedom, clipped to the range of the values.
 *
 * @param values - one a unit, in any order
 * @param options - confidence level and range of the values
 * @returns the mean in the unit of the values with its limits; without limits, reason `insufficient_data`, of one
 * value; null, reason `empty_base`, of none
 * @throws {@link RetentionOkrError} INVALID_INPUT for a null among the values, INVALID_NUMBER for NaN and infinity
 * @throws {@link RetentionOkrError} INVALID_OPTION for a level outside (0, 1) or a minimum above the maximum
 * @throws {@link RetentionOkrError} TOO_LARGE above a million values
 * @example
 * ```ts
 * import { meanInterval } from 'retention-okr/statistics'
 *
 * const { estimate, lower, upper } = meanInterval([4, 5, 3, 5, 5, 2], { minimum: 1, maximum: 5 })
 * estimate // => 4
 * lower // ≈ 2.673
 * upper // => 5
 * ```
 * @see Student 1908, The probable error of a mean
 * @since 0.1.0
 */
export function meanInterval(values: readonly number[], options: MeanIntervalOptions = {}): IntervalEstimate {
  assertNumbers(values, 'values', maximumValues)
  assertKnownOptions(options, ['level', 'minimum', 'maximum'])
  const { level = 0.95 } = options
  assertLevel(level)
  assertRange(options)
  const method = 'mean-t'
  const n = values.length
  if (n === 0) return { estimate: null, lower: null, upper: null, level, method, reason: 'empty_base' }
  const estimate = positiveZero(orderlessSum(values) / n)
  if (n === 1) return { estimate, lower: null, upper: null, level, method, reason: 'insufficient_data' }
  const variance = orderlessSum(values.map((value) => (value - estimate) ** 2)) / (n - 1)
  const width = studentTQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n)
  return { estimate, ...limitsAbout(estimate, width, options), level, method }
}
