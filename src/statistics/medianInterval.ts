import { assertKnownOptions, assertLevel } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import { assertNumbers } from './assertNumbers.js'
import { maximumValues } from './assertValues.js'
import { firstWhere } from './firstWhere.js'
import { middle } from './middle.js'
import type { IntervalEstimate, LevelOptions } from './model.js'
import { incompleteBeta } from './special/incompleteBeta.js'

/** Options of {@link medianInterval}. */
export interface MedianIntervalOptions extends LevelOptions {}

/** A tail counts as reaching α/2 within this relative distance: 1 − level is not exact in binary. */
const tolerance = 1e-9

/**
 * Gives the interval of a median without assumptions on the values.
 *
 * The limits are the values of rank l and n + 1 − l, l − 1 the largest c with `P(Binomial(n, 1/2) ≤ c) ≤ α/2`. Ten
 * values at 95 %: ranks 2 and 9.
 *
 * @param values - complete data in any order; use {@link kaplanMeier} when some are only known to exceed a value
 * @param options - confidence level
 * @returns the median in the unit of the values with its limits; without limits, reason `insufficient_data`, of too few
 * values (below 6 at 95 %); null, reason `empty_base`, of none
 * @throws {@link RetentionOkrError} INVALID_INPUT for a null among the values, INVALID_NUMBER for NaN and infinity
 * @throws {@link RetentionOkrError} INVALID_OPTION for a level outside (0, 1), TOO_LARGE above a million values
 * @example
 * ```ts
 * import { medianInterval } from 'retention-okr/statistics'
 *
 * const { estimate, lower, upper } = medianInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 100])
 * estimate // => 5.5
 * lower // => 2
 * upper // => 9
 * ```
 * @see Thompson 1936, On confidence ranges for the median and other expectation distributions
 * @since 0.1.0
 */
export function medianInterval(values: readonly number[], options: MedianIntervalOptions = {}): IntervalEstimate {
  assertNumbers(values, 'values', maximumValues)
  assertKnownOptions(options, ['level'])
  const { level = 0.95 } = options
  assertLevel(level)
  const method = 'order-statistics'
  const n = values.length
  if (n === 0) return { estimate: null, lower: null, upper: null, level, method, reason: 'empty_base' }
  const sorted = Float64Array.from(values).sort()
  const estimate = positiveZero(middle(sorted))
  const tail = ((1 - level) / 2) * (1 + tolerance)
  const outside = firstWhere(0, Math.ceil(n / 2), (c) => incompleteBeta(0.5, c + 1, n - c, true) > tail)
  if (outside === 0) return { estimate, lower: null, upper: null, level, method, reason: 'insufficient_data' }
  const lower = positiveZero(sorted[outside - 1] as number)
  const upper = positiveZero(sorted[n - outside] as number)
  return { estimate, lower, upper, level, method }
}
