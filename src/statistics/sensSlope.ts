import { fail } from '../internal/fail.js'
import { assertArray, assertFinite, assertKnownOptions, assertLevel } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import type { Reason } from '../measurement.js'
import { assertValues, maximumPairedValues } from './assertValues.js'
import { kendallScore } from './kendallScore.js'
import { middle } from './middle.js'
import type { LevelOptions, Values } from './model.js'
import { normalQuantile } from './normalQuantile.js'
import { observedValues } from './observedValues.js'
import { pairSlopes } from './pairSlopes.js'

/** Options of {@link sensSlope}. */
export interface SensSlopeOptions extends LevelOptions {
  /** Time of each value, in any order; default its index. */
  readonly times?: readonly number[] | null | undefined
}

/** Result of {@link sensSlope}. */
export interface SlopeEstimate {
  /** Median slope, per period or per unit of time; null without a pair. */
  slope: number | null
  /** Lower limit; null when the series is too short to have one. */
  lower: number | null
  /** Upper limit; null when the series is too short to have one. */
  upper: number | null
  /** Two-sided confidence. */
  level: number
  /** How it was computed. */
  method: string
  /** Pairs of observed values at different times. */
  pairs: number
  /** Intercept: median value minus the slope times the median time. */
  interceptSeparate: number | null
  /** Intercept: median of the values minus the slope times their time. */
  interceptJoint: number | null
  /** Why the slope is null. */
  reason?: Reason
}

/**
 * Gives the median slope of a series with its interval (Theil-Sen).
 *
 * The median of `(x_j − x_i)/(t_j − t_i)` over all pairs; the limits are the slopes ranked `(N ∓ z √var S)/2`, with
 * the variance of the Mann-Kendall S.
 *
 * @param values - one value a period, null where missing; 5,000 at most
 * @param options - times of the values and the confidence level
 * @returns slope per period with limits; null with reason `insufficient_data` without a pair
 * @throws {@link RetentionOkrError} INVALID_NUMBER, TOO_LARGE as in {@link mannKendallTest}
 * @throws {@link RetentionOkrError} INVALID_INPUT when times do not match the values
 * @throws {@link RetentionOkrError} INVALID_OPTION for a level outside (0, 1)
 * @example
 * ```ts
 * import { sensSlope } from 'retention-okr/statistics'
 *
 * const { slope, lower, upper } = sensSlope([80, null, 78, 79, null, null, 75, 74, 76, 71, 70, null, 69])
 * slope // => -1
 * lower // ≈ -1.28571
 * upper // ≈ -0.66667
 * ```
 * @see Sen 1968, Estimates of the regression coefficient based on Kendall's tau
 * @since 0.1.0
 */
export function sensSlope(values: Values, options: SensSlopeOptions = {}): SlopeEstimate {
  assertValues(values, 'values', maximumPairedValues)
  assertKnownOptions(options, ['times', 'level'])
  const { times = null, level = 0.95 } = options
  assertLevel(level)
  const observed = observedValues(values)
  const at = times === null ? observed.indices : readTimes(times, values.length, observed.indices)
  const slopes = pairSlopes(observed.values, at)
  const pairs = slopes.length
  const method = 'sen'
  if (pairs === 0) {
    const nothing = { slope: null, lower: null, upper: null, interceptSeparate: null, interceptJoint: null }
    return { ...nothing, level, method, pairs, reason: 'insufficient_data' }
  }
  const slope = middle(slopes)
  const width = normalQuantile((1 + level) / 2) * Math.sqrt(kendallScore(observed.values).varS)
  const joint = observed.values.map((value, position) => value - slope * (at[position] as number))
  return {
    slope: positiveZero(slope),
    lower: ranked(slopes, Math.round((pairs - width) / 2)),
    upper: ranked(slopes, Math.round((pairs + width) / 2 + 1)),
    level,
    method,
    pairs,
    interceptSeparate: positiveZero(medianOf(observed.values) - slope * medianOf(at)),
    interceptJoint: positiveZero(medianOf(joint)),
  }
}

function readTimes(times: unknown, length: number, indices: readonly number[]): number[] {
  assertArray(times, 'options.times')
  if (times.length !== length) fail('INVALID_INPUT', 'options.times', 'must have one time a value', times.length)
  times.forEach((time, index) => {
    assertFinite(time, `options.times[${index}]`)
  })
  return indices.map((index) => times[index] as number)
}

/** The slope of a rank from 1; null outside the ranks there are. */
function ranked(slopes: Float64Array, rank: number): number | null {
  const slope = slopes[rank - 1]
  return slope === undefined ? null : positiveZero(slope)
}

function medianOf(values: readonly number[]): number {
  return middle(Float64Array.from(values).sort())
}
