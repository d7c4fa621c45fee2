import { fail } from '../internal/fail.js'
import { assertArray, assertFinite, assertKnownOptions, assertLevel, assertPlain } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import { assertRange } from './assertRange.js'
import { maximumValues } from './assertValues.js'
import { limitsAbout } from './limitsAbout.js'
import type { IntervalEstimate, LevelOptions } from './model.js'
import { orderlessSum } from './orderlessSum.js'
import { studentTQuantile } from './studentTQuantile.js'

/** Options of {@link ratioInterval}. */
export interface RatioIntervalOptions extends LevelOptions {
  /** Smallest possible ratio, at which limits are clipped; open by default. */
  readonly minimum?: number | undefined
  /** Largest possible ratio, at which limits are clipped; open by default. */
  readonly maximum?: number | undefined
}

/** What one unit adds to both sums of a ratio. */
export interface RatioRow {
  /** Added to the numerator. */
  numerator: number
  /** Added to the denominator. */
  denominator: number
}

/**
 * Gives the interval of a ratio of sums over units, such as revenue retained over revenue at the start.
 *
 * `r ± t √(n/(n − 1) Σ(y − r x)²)/Σx`, r = Σy/Σx, t the quantile of Student's law with n − 1 degrees of freedom, clipped
 * to the range of the ratio.
 *
 * @param rows - numerator and denominator of each unit, in any order
 * @param options - confidence level and range of the ratio
 * @returns the ratio with its limits; without limits, reason `insufficient_data`, of one unit; null, reason
 * `empty_base`, when the denominators add up to 0
 * @throws {@link RetentionOkrError} INVALID_INPUT, INVALID_NUMBER for a row that is none
 * @throws {@link RetentionOkrError} INVALID_OPTION for a level outside (0, 1) or a minimum above the maximum
 * @throws {@link RetentionOkrError} TOO_LARGE above a million rows
 * @example
 * ```ts
 * import { ratioInterval } from 'retention-okr/statistics'
 *
 * const revenue = [
 *   { numerator: 100, denominator: 100 },
 *   { numerator: 0, denominator: 80 },
 *   { numerator: 150, denominator: 120 },
 * ]
 * const { estimate, lower, upper } = ratioInterval(revenue, { minimum: 0 })
 * estimate // ≈ 0.8333
 * lower // => 0
 * upper // ≈ 2.326
 * ```
 * @see Cochran 1977, Sampling techniques, chapter 6
 * @since 0.1.0
 */
export function ratioInterval(rows: readonly RatioRow[], options: RatioIntervalOptions = {}): IntervalEstimate {
  assertRows(rows)
  assertKnownOptions(options, ['level', 'minimum', 'maximum'])
  const { level = 0.95 } = options
  assertLevel(level)
  assertRange(options)
  const method = 'ratio-t'
  const n = rows.length
  const denominator = orderlessSum(rows.map((row) => row.denominator))
  if (denominator === 0) return { estimate: null, lower: null, upper: null, level, method, reason: 'empty_base' }
  const estimate = positiveZero(orderlessSum(rows.map((row) => row.numerator)) / denominator)
  if (n === 1) return { estimate, lower: null, upper: null, level, method, reason: 'insufficient_data' }
  const residual = orderlessSum(rows.map((row) => (row.numerator - estimate * row.denominator) ** 2))
  const error = Math.sqrt((n / (n - 1)) * residual) / Math.abs(denominator)
  const width = studentTQuantile((1 + level) / 2, n - 1) * error
  return { estimate, ...limitsAbout(estimate, width, options), level, method }
}

function assertRows(rows: unknown): asserts rows is readonly RatioRow[] {
  assertArray(rows, 'rows')
  if (rows.length > maximumValues) fail('TOO_LARGE', 'rows', `must be ${maximumValues} at most`, rows.length)
  rows.forEach((row, index) => {
    assertPlain(row, `rows[${index}]`)
    assertFinite(row['numerator'], `rows[${index}].numerator`)
    assertFinite(row['denominator'], `rows[${index}].denominator`)
  })
}
