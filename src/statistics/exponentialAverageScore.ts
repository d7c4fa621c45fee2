import { fail } from '../internal/fail.js'
import { assertKnownOptions, assertPlain } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import type { Reason } from '../measurement.js'
import { assertValues, maximumValues } from './assertValues.js'
import type { Values } from './model.js'
import { normalQuantile } from './normalQuantile.js'
import { observedValues } from './observedValues.js'
import { studentTTail } from './studentTTail.js'

/** A series in two parts: what was usual, and what is watched. */
export interface BaselineAndCurrent {
  /** Values of the baseline. */
  baseline: Values
  /** Values watched against it. */
  current: Values
}

/** Options of {@link exponentialAverageScore}. */
export interface ExponentialAverageScoreOptions {
  /** Weight of the newest value in (0, 1]; default 0.2. */
  readonly weight?: number | undefined
}

/** Result of {@link exponentialAverageScore}. */
export interface AverageScore {
  /** Mean of the baseline; null when it is empty. */
  center: number | null
  /** Standard deviation of the baseline; null below two values. */
  sd: number | null
  /** Exponential average by period; null in missing periods. */
  path: (number | null)[]
  /** Its normal score by period; null in missing periods. */
  score: (number | null)[]
  /** Why there is no score. */
  reason?: Reason
}

const smallestProbability = 1e-300

/**
 * Judges an exponential average (EWMA) against its own baseline, as a normal score.
 *
 * `T = (z − mean)/(sd √(w/(2−w)(1 − q^(2k)) + (1 − q^k)²/m))`, q = 1 − w, k periods so far, m baseline values; the score
 * is the normal quantile of T's Student probability with m − 1 degrees of freedom.
 *
 * @param data - baseline and watched values
 * @param options - weight of the newest value
 * @returns average and score by period; every score null with `insufficient_data` when the baseline has no spread
 */
export function exponentialAverageScore(
  data: BaselineAndCurrent,
  options: ExponentialAverageScoreOptions = {},
): AverageScore {
  assertPlain(data, 'data')
  assertValues(data.baseline, 'data.baseline', maximumValues)
  assertValues(data.current, 'data.current', maximumValues)
  assertKnownOptions(options, ['weight'])
  const { weight = 0.2 } = options
  if (!(weight > 0 && weight <= 1)) fail('INVALID_OPTION', 'options.weight', 'must be above 0 and at most 1', weight)
  const baseline = observedValues(data.baseline).values
  const m = baseline.length
  const blank = data.current.map(() => null)
  if (m === 0) return { center: null, sd: null, path: blank, score: blank, reason: 'insufficient_data' }
  const center = baseline.reduce((sum, value) => sum + value, 0) / m
  const sd = m < 2 ? null : Math.sqrt(baseline.reduce((sum, value) => sum + (value - center) ** 2, 0) / (m - 1))
  const path = averagePath(data.current, center, weight)
  if (sd === null || sd === 0) return { center, sd, path, score: blank, reason: 'insufficient_data' }
  let looks = 0
  const score = path.map((average) => {
    if (average === null) return null
    looks += 1
    return normalScore((average - center) / (sd * Math.sqrt(averageVariance(weight, looks, m))), m - 1)
  })
  return { center, sd, path, score }
}

/** Variance of the average minus the baseline mean after so many looks, in units of one value's variance. */
export function averageVariance(weight: number, looks: number, baseline: number): number {
  const rest = 1 - weight
  return (weight / (2 - weight)) * (1 - rest ** (2 * looks)) + (1 - rest ** looks) ** 2 / baseline
}

function averagePath(values: Values, center: number, weight: number): (number | null)[] {
  let average = center
  return values.map((value) => {
    if (value === null) return null
    average = weight * value + (1 - weight) * average
    return average
  })
}

/** The normal value with the same tail as a Student t. */
function normalScore(t: number, degreesOfFreedom: number): number {
  const tail = Math.max(smallestProbability, studentTTail(Math.abs(t), degreesOfFreedom))
  return positiveZero(-Math.sign(t) * normalQuantile(tail))
}
