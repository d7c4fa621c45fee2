import { fail } from '../internal/fail.js'
import { assertArray, assertKnownOptions } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import { assertNumbers } from './assertNumbers.js'
import { maximumValues } from './assertValues.js'

/** Options of {@link quantile}. */
export interface QuantileOptions {
  /** Probabilities in 0..1, in any order. */
  readonly probabilities: readonly number[]
}

/** Result of {@link quantile}. */
export interface Quantiles {
  /** One for each probability, in their order; null of no values. */
  quantiles: (number | null)[]
}

/**
 * Gives the quantiles of values (type 7, the default of R, NumPy and spreadsheets).
 *
 * With h = (n − 1)p, the value of rank h from 0, linear between neighbours.
 *
 * @param values - numbers in any order
 * @param options - probabilities
 * @returns the quantiles in the unit of the values; null of no values
 * @throws {@link RetentionOkrError} INVALID_INPUT for a null among the values, INVALID_NUMBER for NaN and infinity
 * @throws {@link RetentionOkrError} INVALID_OPTION for a probability outside 0..1, TOO_LARGE above a million values
 * @example
 * ```ts
 * import { quantile } from 'retention-okr/statistics'
 *
 * quantile([2, 1], { probabilities: [0.25, 0.5, 0.75] }).quantiles // => [1.25, 1.5, 1.75]
 * quantile([], { probabilities: [0.5] }).quantiles // => [null]
 * ```
 * @see Hyndman and Fan 1996, Sample quantiles in statistical packages
 * @since 0.1.0
 */
export function quantile(values: readonly number[], options: QuantileOptions): Quantiles {
  assertNumbers(values, 'values', maximumValues)
  assertKnownOptions(options, ['probabilities'])
  const { probabilities } = options
  assertArray(probabilities, 'options.probabilities')
  probabilities.forEach((p, index) => {
    if (!(p >= 0 && p <= 1)) fail('INVALID_OPTION', `options.probabilities[${index}]`, 'must be from 0 to 1', p)
  })
  const sorted = Float64Array.from(values).sort()
  return { quantiles: probabilities.map((p) => quantileOf(sorted, p)) }
}

function quantileOf(sorted: Float64Array, p: number): number | null {
  if (sorted.length === 0) return null
  const rank = (sorted.length - 1) * p
  const below = sorted[Math.floor(rank)] as number
  const above = sorted[Math.ceil(rank)] as number
  return positiveZero(below + (above - below) * (rank - Math.floor(rank)))
}
