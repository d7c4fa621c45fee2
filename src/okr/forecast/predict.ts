import { compareDecimal, Decimal, toDouble } from '../../internal/decimal.js'
import type { Interval } from '../../measurement.js'
import { studentTQuantile } from '../../statistics/studentTQuantile.js'
import { studentTTail } from '../../statistics/studentTTail.js'
import type { Plan } from '../models/cycle.js'
import type { Operator } from '../models/quantity.js'
import type { ScoreReason } from '../models/status.js'
import { compareByOperator } from '../scoring/compareByOperator.js'

/** The law of a value to come. */
export interface Prediction {
  /** Probability that the target is met; null with a reason. */
  probability: number | null
  /** Why the probability is null. */
  reason?: ScoreReason
  /** Expected value, in the unit of the metric. */
  mean: number | null
  /** Its standard deviation; 0 when the readings leave none. */
  standardDeviation: number | null
  /** Degrees of freedom of Student's law. */
  degreesOfFreedom: number | null
  /** Where the value is expected, in the unit of the metric. */
  interval: Interval | null
  /** Whether the readings leave no deviation. */
  zeroVariance: boolean
}

/** The probability of attaining, with the law behind it. */
export interface Forecast extends Prediction {
  /** A walk with a drift, or a line through noisy readings. */
  model: 'drift' | 'trend'
  /** Readings used. */
  readings: number
  /** The plan used. */
  plan: Plan
}

/** An exact law: mean, variance, degrees of freedom and what counts as no deviation. */
export interface Law {
  mean: Decimal
  variance: Decimal
  degreesOfFreedom: number
  values: readonly Decimal[]
}

/** What a law says of a target. */
export function predict(law: Law, aim: { target: Decimal; operator: Operator }, level: number): Prediction {
  const { mean, variance, degreesOfFreedom, values } = law
  const { target, operator } = aim
  const size = values.reduce((most, value) => Decimal.max(most, value.abs()), target.abs())
  // Readings of a plan that hardly moves say nothing of its end: their law leaves what a number can hold.
  if (!mean.isFinite() || !variance.isFinite()) return unpredicted('insufficient_history')
  const sd = variance.sqrt()
  const zeroVariance = sd.lessThanOrEqualTo(size.times('1e-12'))
  const centre = toDouble(mean)
  const method = 'student-t'
  if (zeroVariance) {
    return {
      probability: compareByOperator(mean, operator, target) ? 1 : 0,
      mean: centre,
      standardDeviation: 0,
      degreesOfFreedom,
      interval: { lower: centre, upper: centre, level, method },
      zeroVariance,
    }
  }
  const rises = operator === 'gt' || operator === 'gte'
  const distance = toDouble((rises ? target.minus(mean) : mean.minus(target)).div(sd))
  const half = sd.times(studentTQuantile((1 + level) / 2, degreesOfFreedom))
  return {
    probability: studentTTail(distance, degreesOfFreedom),
    mean: centre,
    standardDeviation: toDouble(sd),
    degreesOfFreedom,
    interval: { lower: toDouble(mean.minus(half)), upper: toDouble(mean.plus(half)), level, method },
    zeroVariance,
  }
}

/** No prediction, and why. */
export function unpredicted(reason: ScoreReason): Prediction & { reason: ScoreReason } {
  return {
    probability: null,
    reason,
    mean: null,
    standardDeviation: null,
    degreesOfFreedom: null,
    interval: null,
    zeroVariance: false,
  }
}

/** Mean of exact values. */
export function meanOf(values: readonly Decimal[]): Decimal {
  return sumOf(values).div(values.length)
}

/** Sum of exact values. */
export function sumOf(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0))
}

/** Whether a probability lies above another, at 12 decimals. */
export function exceeds(probability: number, bound: number): boolean {
  return compareDecimal(new Decimal(probability), new Decimal(bound)) > 0
}
