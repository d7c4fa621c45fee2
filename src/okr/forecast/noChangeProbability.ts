import { Decimal, toDecimal } from '../../internal/decimal.js'
import { assertArray, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { Operator, Quantity } from '../models/quantity.js'
import { readLevel } from '../readLevel.js'
import { readQuantity } from '../readQuantity.js'
import { assertOperator } from '../scoring/compareByOperator.js'
import { exceeds, type Law, meanOf, type Prediction, predict, sumOf, unpredicted } from './predict.js'

/** Options of {@link noChangeProbability}. */
export interface NoChangeProbabilityOptions {
  /** Two-sided confidence of the interval, in (0, 1); default 0.8. */
  readonly level?: DecimalInput | undefined
}

/** A target against the past of its metric. */
export interface NoChangeData {
  /** The metric in past periods as long as the cycle, oldest first; null = not measured. */
  readonly history: readonly (Quantity | null)[]
  /** The target. */
  readonly target: DecimalInput
  /** How the value is compared with it. */
  readonly operator: Operator
  /** A level goes on from its last value, the others come anew; default `'rate'`. */
  readonly nature?: 'cumulative' | 'level' | 'rate' | undefined
}

/** The probability that nothing has to change for the target to be met. */
export interface NoChangeProbability extends Prediction {
  /** Above 0.5 business as usual, below 0.02 a moonshot; null without a probability. */
  verdict: 'business_as_usual' | 'moonshot' | 'plausible' | null
}

/**
 * Gives the probability that a target would be met if nothing changed, from past periods as long as the cycle.
 *
 * Nature rate or cumulative: the predictive Student law of one more period, mean m, deviation s·sqrt(1 + 1/n). Nature
 * level: the same of the differences, added to the last known value.
 *
 * @param data - history, target, operator, nature
 * @param options - level of the interval
 * @returns probability and verdict; nulls with `insufficient_history` for fewer than five known periods
 * @throws {@link RetentionOkrError} INVALID_NUMBER, INVALID_CONDITION for an operator, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { noChangeProbability } from 'retention-okr/okr'
 *
 * const history = ['0.051', '0.049', '0.050', '0.052', '0.048', '0.050']
 * const answer = noChangeProbability({ history, target: '0.045', operator: 'lte' })
 * answer.probability ?? 0 // ≈ 0.01106
 * answer.verdict // => 'moonshot'
 * ```
 * @since 0.1.0
 */
export function noChangeProbability(data: NoChangeData, options: NoChangeProbabilityOptions = {}): NoChangeProbability {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['level'])
  const { operator, nature = 'rate' } = data
  const level = readLevel(options.level ?? 0.8)
  const target = toDecimal(data.target, 'target')
  assertOperator(operator, 'operator', 'INVALID_CONDITION')
  assertOneOf(nature, ['cumulative', 'level', 'rate'], 'nature', 'INVALID_INPUT')
  const values = readHistory(data.history)
  if (values.length < 5) return { ...unpredicted('insufficient_history'), verdict: null }
  const prediction = predict(nature === 'level' ? levelLaw(values) : periodLaw(values), { target, operator }, level)
  return { ...prediction, verdict: verdictOf(prediction.probability) }
}

function readHistory(history: unknown): Decimal[] {
  assertArray(history, 'history')
  return history.flatMap((quantity, index) => {
    const { value } = readQuantity(quantity, `history[${index}]`)
    return value === null ? [] : [value]
  })
}

/** One more period like the known ones. */
function periodLaw(values: readonly Decimal[]): Law {
  const mean = meanOf(values)
  const degreesOfFreedom = values.length - 1
  const variance = sumOf(values.map((value) => value.minus(mean).pow(2))).div(degreesOfFreedom)
  const predictive = variance.times(new Decimal(1).div(values.length).plus(1))
  return { mean, variance: predictive, degreesOfFreedom, values }
}

/** One more step like the known ones, from the last value on. */
function levelLaw(values: readonly Decimal[]): Law {
  const steps = values.slice(1).map((value, index) => value.minus(values[index] as Decimal))
  const step = periodLaw(steps)
  return { ...step, mean: step.mean.plus(values.at(-1) as Decimal), values }
}

function verdictOf(probability: number | null): NoChangeProbability['verdict'] {
  if (probability === null) return null
  if (exceeds(probability, 0.5)) return 'business_as_usual'
  return exceeds(0.02, probability) ? 'moonshot' : 'plausible'
}
