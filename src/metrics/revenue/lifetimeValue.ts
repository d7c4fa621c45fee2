import { Decimal, decimalText, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertFinite, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { DecimalInput, Interval } from '../../measurement.js'
import type { IntervalOptions } from '../internal/options.js'
import { intervalOptionNames, readInterval } from '../internal/readInterval.js'
import type { MoneyMeasurement } from './model.js'
import { type LifetimeTerms, observedValue } from './observedValue.js'
import { type ChurnInput, readChurn } from './readChurn.js'
import { readMargin } from './readMargin.js'

/** What the value of a customer is made of; for the formula also churn or its counts. */
export interface LifetimeValueData extends ChurnInput {
  /** Revenue of an account a period. */
  readonly revenuePerAccount: DecimalInput
  /** Share of the revenue left after the cost of serving, up to 1; below 0 with the caveat `negative_margin`. */
  readonly grossMargin: DecimalInput
  /** ISO 4217 code. */
  readonly currency: string
}

/** A point of a survival curve. */
export interface ObservedSurvival {
  /** Periods since the start. */
  readonly time: number
  /** Share still there from then on, 0..1. */
  readonly survival: number
}

/** Options of {@link lifetimeValue}. */
export interface LifetimeValueOptions extends IntervalOptions {
  /** Discount a period, from 0; default 0. */
  readonly discountRate?: number | undefined
  /** Whether the payment made at once counts; default `'included'`. */
  readonly firstPayment?: 'included' | 'excluded' | undefined
  /** Margin over churn, or the sum under an observed curve; default `'formula'`. */
  readonly method?: 'formula' | 'observed' | undefined
  /** The curve, 1 before its first time; required by `'observed'`. */
  readonly survival?: readonly ObservedSurvival[] | undefined
  /** Periods summed, 1 to 36,600; required by `'observed'`. */
  readonly horizon?: number | undefined
}

const knownOptions = ['discountRate', 'firstPayment', 'method', 'survival', 'horizon', ...intervalOptionNames]

/**
 * Gives the lifetime value of a customer: its margin over churn, discounted, or the sum under an observed curve.
 *
 * With m = revenue · gross margin, r = 1 − churn and a discount of d a period: `m(1 + d) / (1 + d − r)` with the first
 * payment, `m r / (1 + d − r)` without it; at d = 0 that is m / churn. `'observed'` is `Σ S(t) m / (1 + d)^t` over t from
 * 0 (without the first payment from 1) below the horizon. The formula assumes a constant risk of leaving.
 *
 * Another quantity than `customerLifetimeValue` of `retention-okr/predict`: the expected margin of the future purchases of
 * one customer who has no contract.
 *
 * @param data - revenue, gross margin, currency, and churn as counts or as a rate
 * @param options - discount, first payment, method with its curve and horizon, level, interval
 * @returns `lifetime-value` in money with its exact amount, from counts with the values at both Wilson limits of churn;
 * null with `unbounded` when neither churn nor discount ends the sum, `empty_base` without customers
 * @throws {@link RetentionOkrError} INVALID_OPTION without a gross margin, or without curve or horizon by `'observed'`
 * @throws {@link RetentionOkrError} RATE_OUT_OF_RANGE for a margin above 1, a rate outside 0..1, a discount below 0
 * @throws {@link RetentionOkrError} INVALID_AMOUNT, NEGATIVE_AMOUNT, MISSING_COUNT, INVALID_COUNT, COUNT_EXCEEDS_BASE,
 * INVALID_INPUT
 * @example
 * ```ts
 * import { lifetimeValue } from 'retention-okr/metrics'
 *
 * const data = { revenuePerAccount: 50, grossMargin: 0.8, churn: 0.04, currency: 'EUR' }
 * lifetimeValue(data).value // => 1000
 * lifetimeValue(data, { discountRate: 0.01 }).amount // => { amount: '808.00', currency: 'EUR' }
 * const survival = [{ time: 1, survival: 0.9 }, { time: 2, survival: 0.8 }]
 * lifetimeValue(data, { method: 'observed', survival, horizon: 3 }).value // => 108
 * ```
 * @see Gupta and Lehmann 2003, Customers as assets
 * @since 0.1.0
 */
export function lifetimeValue(data: LifetimeValueData, options: LifetimeValueOptions = {}): MoneyMeasurement {
  assertPlain(data, 'data')
  assertKnownOptions(options, knownOptions)
  const { discountRate = 0, firstPayment = 'included', method = 'formula' } = options
  assertOneOf(firstPayment, ['included', 'excluded'], 'options.firstPayment')
  assertOneOf(method, ['formula', 'observed'], 'options.method')
  assertFinite(discountRate, 'options.discountRate', 'RATE_OUT_OF_RANGE')
  if (discountRate < 0) fail('RATE_OUT_OF_RANGE', 'options.discountRate', 'must not be negative', discountRate)
  const { level, wanted } = readInterval(options, 'wilson-inverse')
  const { revenuePerAccount, grossMargin, currency } = data as unknown as LifetimeValueData
  if (typeof currency !== 'string') fail('INVALID_INPUT', 'data.currency', 'must be text', currency)
  const margin = readMargin(revenuePerAccount, grossMargin, 'data.revenuePerAccount')
  const terms = {
    margin,
    discount: toDecimal(discountRate, 'options.discountRate'),
    isFirst: firstPayment === 'included',
  }
  const parts: Parts = { ...partsOf(data as unknown as LifetimeValueData, options, terms, method), level, wanted }
  const caveats = toDecimal(grossMargin, 'data.grossMargin').lessThan(0) ? ['negative_margin'] : []
  return measurementOf(parts, currency, { method, discountRate, firstPayment, caveats })
}

interface Value {
  /** Null with a reason. */
  value: Decimal | null
  reason?: 'empty_base' | 'unbounded'
  sampleSize: number
  limits?: (level: number) => { lower: number; upper: number } | undefined
}

interface Parts extends Value {
  level: number
  wanted: boolean
}

function partsOf(data: LifetimeValueData, options: LifetimeValueOptions, terms: LifetimeTerms, method: string): Value {
  if (method === 'observed') return { value: observedValue(options, terms), sampleSize: 0 }
  const { churn, sampleSize, limits } = readChurn(data, 'data')
  if (churn === null) return { value: null, reason: 'empty_base', sampleSize }
  const value = byFormula(churn, terms)
  if (value === null) return { value, reason: 'unbounded', sampleSize }
  return { value, sampleSize, limits: (level) => valuesAt(limits(level), terms) }
}

/** The value at a rate of churn; null when nothing ends the sum. */
function byFormula(churn: Decimal, { margin, discount, isFirst }: LifetimeTerms): Decimal | null {
  const denominator = discount.plus(churn)
  if (denominator.isZero()) return null
  return margin.times(isFirst ? discount.plus(1) : new Decimal(1).minus(churn)).dividedBy(denominator)
}

/** The values at both limits of churn, in order; none when one of them is unbounded. */
function valuesAt(limits: { lower: number; upper: number } | undefined, terms: LifetimeTerms) {
  if (limits === undefined) return undefined
  const [first, second] = [limits.lower, limits.upper].map((churn) => byFormula(new Decimal(churn), terms))
  if (first === null || second === null || first === undefined || second === undefined) return undefined
  return { lower: toDouble(Decimal.min(first, second)), upper: toDouble(Decimal.max(first, second)) }
}

function measurementOf(parts: Parts, currency: string, definition: MoneyMeasurement['definition']): MoneyMeasurement {
  const { value, reason, sampleSize, level, wanted } = parts
  const common = { metric: 'lifetime-value', unit: 'money' as const, sampleSize }
  if (value === null) return { ...common, value, reason: reason ?? 'unbounded', definition }
  const interval = wanted ? intervalOf(parts.limits?.(level), toDouble(value), level) : undefined
  return {
    ...common,
    value: toDouble(value),
    ...(interval === undefined ? {} : { interval }),
    definition,
    amount: { amount: decimalText(value), currency },
  }
}

function intervalOf(
  limits: { lower: number; upper: number } | undefined,
  value: number,
  level: number,
): Interval | undefined {
  if (limits === undefined) return undefined
  return {
    lower: Math.min(value, limits.lower),
    upper: Math.max(value, limits.upper),
    level,
    method: 'wilson-inverse',
  }
}
