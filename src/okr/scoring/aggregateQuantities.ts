import { Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Quantity, QuantityQuotient } from '../models/quantity.js'
import type { ScoreReason } from '../models/status.js'
import { readQuantity } from '../readQuantity.js'

/** Options of {@link aggregateQuantities}. */
export interface AggregateQuantitiesOptions {
  /** Sum, one ratio over the summed numerators and denominators, smallest or largest. */
  readonly method: 'sum' | 'pooledRatio' | 'min' | 'max'
}

/** Several values as one. */
export interface AggregateQuantity {
  /** The value; null with a reason. */
  value: number | null
  /** Summed numerators; of `pooledRatio` only. */
  numerator?: number
  /** Summed denominators; of `pooledRatio` only. */
  denominator?: number
  /** Why the value is null. */
  reason?: ScoreReason
}

/**
 * Combines the values of several teams into one, before it is scored.
 *
 * `pooledRatio`: Σ numerators / Σ denominators, so that every case weighs the same; a mean of ratios would not.
 *
 * @param values - numbers or quotients; null = not measured
 * @param options - the method
 * @returns the value, of a pooled ratio with its two sums; null with `no_parts`, `not_measured` or `zero_denominator`
 * @throws {@link RetentionOkrError} INVALID_QUANTITY for a plain number in a pooled ratio
 * @throws {@link RetentionOkrError} INVALID_NUMBER, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { aggregateQuantities } from 'retention-okr/okr'
 *
 * const teams = [{ numerator: 9, denominator: 10 }, { numerator: 30, denominator: 90 }]
 * aggregateQuantities(teams, { method: 'pooledRatio' }) // => { value: 0.39, numerator: 39, denominator: 100 }
 * aggregateQuantities(['120', null], { method: 'sum' }) // => { value: null, reason: 'not_measured' }
 * ```
 * @since 0.1.0
 */
export function aggregateQuantities(
  values: readonly (Quantity | null)[],
  options: AggregateQuantitiesOptions,
): AggregateQuantity {
  assertArray(values, 'values')
  assertKnownOptions(options, ['method'])
  const { method } = options
  assertOneOf(method, ['sum', 'pooledRatio', 'min', 'max'], 'options.method')
  if (values.length === 0) return { value: null, reason: 'no_parts' }
  if (method === 'pooledRatio') return pool(values as readonly (Quantity | null)[])
  const read = values.map((value, index) => readQuantity(value, `values[${index}]`))
  const numbers = read.flatMap(({ value }) => (value === null ? [] : [value]))
  if (numbers.length < read.length) {
    const missing = read.some(({ reason }) => reason === 'not_measured')
    return { value: null, reason: missing ? 'not_measured' : 'zero_denominator' }
  }
  return { value: toDouble(combine(numbers, method)) }
}

function combine(numbers: readonly Decimal[], method: 'sum' | 'min' | 'max'): Decimal {
  return numbers.reduce((found, number) => {
    if (method === 'sum') return found.plus(number)
    return method === 'min' ? Decimal.min(found, number) : Decimal.max(found, number)
  })
}

function pool(values: readonly (Quantity | null)[]): AggregateQuantity {
  let [over, under] = [new Decimal(0), new Decimal(0)]
  let missing = false
  values.forEach((value, index) => {
    const path = `values[${index}]`
    if (value === null) {
      missing = true
      return
    }
    if (typeof value !== 'object') fail('INVALID_QUANTITY', path, 'only quotients can be pooled', value)
    readQuantity(value, path)
    const { numerator, denominator }: QuantityQuotient = value
    over = over.plus(toDecimal(numerator, `${path}.numerator`))
    under = under.plus(toDecimal(denominator, `${path}.denominator`))
  })
  if (missing) return { value: null, reason: 'not_measured' }
  const sums = { numerator: toDouble(over), denominator: toDouble(under) }
  return under.isZero()
    ? { value: null, reason: 'zero_denominator', ...sums }
    : { value: toDouble(over.div(under)), ...sums }
}
