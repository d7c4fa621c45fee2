import { Decimal, decimalText, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Interval, Period } from '../../measurement.js'
import type { Subscription } from '../../records/model.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { assertFlag } from '../internal/assertFlag.js'
import { meanLimits } from '../internal/meanLimits.js'
import type { IntervalOptions } from '../internal/options.js'
import { intervalOptionNames, readInterval } from '../internal/readInterval.js'
import { type MeasuredPeriod, readMeasuredPeriod } from '../internal/readMeasuredPeriod.js'
import { averageOf } from './averageRevenuePerAccount.js'
import { type Amounts, pricingOf } from './exchange.js'
import type { AccountRevenueMeasurement } from './model.js'
import { paidAt } from './paidAt.js'
import { type Revenue, type RevenueOptions, readRevenue, revenueOptionNames } from './readRevenue.js'

/** Options of {@link measureAverageRevenuePerAccount}. */
export interface MeasureAverageRevenuePerAccountOptions extends RevenueOptions, IntervalOptions {
  /** The period whose start or end is measured, half-open; default none: just before `asOf`. */
  readonly period?: Period | undefined
  /** Whether a period that is not over is cut at `asOf`; default false: it is null, `not_mature`. */
  readonly partial?: boolean | undefined
  /** Just before the end (default), just before the start, or both together; the last two need a period. */
  readonly at?: 'closing' | 'opening' | 'average' | undefined
}

const knownOptions = [...revenueOptionNames, ...intervalOptionNames, 'period', 'partial', 'at']

/**
 * Measures the average monthly recurring revenue per paying customer.
 *
 * Revenue and customers are those of one instant: just before the end of the period (or `asOf`), or just before its start.
 * `'average'` divides the revenue of both by the customers of both. Free accounts are out. The median stands beside the
 * mean, because revenue is skewed.
 *
 * @param source - subscriptions, or their tally of kind `subscriptions`
 * @param options - instant of knowledge, period, instant measured, how paying time is read, currency or rates
 * @returns `average-revenue-per-account` in money with amount and median, Student limits over the customers (neither for
 * `'average'`); null with `empty_base`, `not_mature` or `mixed_currency`
 * @throws {@link RetentionOkrError} INVALID_OPTION, also for `'opening'` or `'average'` without a period
 * @throws {@link RetentionOkrError} INVALID_INPUT for a currency that is no text
 * @throws {@link RetentionOkrError} NEGATIVE_AMOUNT, INVALID_AMOUNT, INVALID_PERIOD, INVALID_INSTANT, EVENT_ORDER,
 * CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureAverageRevenuePerAccount } from 'retention-okr/metrics'
 *
 * const plan = { startedAt: '2024-01-01', currency: 'EUR' }
 * const subscriptions = [
 *   { ...plan, id: '1', customerId: 'a', mrr: 20 },
 *   { ...plan, id: '2', customerId: 'b', mrr: 30 },
 *   { ...plan, id: '3', customerId: 'c', mrr: 400 },
 * ]
 * const { value, median } = measureAverageRevenuePerAccount(subscriptions, { asOf: '2024-06-01' })
 * value // => 150
 * median // => { amount: '30.00', currency: 'EUR' }
 * ```
 * @since 0.1.0
 */
export function measureAverageRevenuePerAccount(
  source: Iterable<Subscription> | Tally<object>,
  options: MeasureAverageRevenuePerAccountOptions,
): AccountRevenueMeasurement {
  assertKnownOptions(options, knownOptions)
  const { at = 'closing', period: wanted, partial = false } = options
  assertOneOf(at, ['closing', 'opening', 'average'], 'options.at')
  assertFlag(partial, 'options.partial')
  if (at !== 'closing' && wanted === undefined) fail('INVALID_OPTION', 'options.period', `${at} needs one`, wanted)
  const limits = readInterval(options, 'mean-t')
  const period = wanted === undefined ? undefined : readBounds(source, options)
  const revenue = readRevenue(
    source,
    options,
    (start, end) => period === undefined || (start < period.end && end >= period.start),
  )
  const measurement = averageAt(revenue, instantsOf(at, period, revenue.asOf), options, limits)
  const { excluded } = revenue
  const definition = {
    ...revenue.definition,
    at,
    ...measurement.definition,
    caveats: period?.caveats ?? [],
  }
  const described = { ...measurement, ...(excluded === undefined ? {} : { excluded }), definition }
  if (period === undefined || period.isMature) return described
  const { amount: _amount, median: _median, interval: _interval, ...rest } = described
  return { ...rest, value: null, reason: 'not_mature' }
}

function readBounds(
  source: Iterable<Subscription> | Tally<object>,
  options: MeasureAverageRevenuePerAccountOptions,
): MeasuredPeriod {
  const { period, partial } = options
  const { asOf, timeZone = 'UTC' } = isTally(source)
    ? (source.definition as { asOf?: string; timeZone?: string })
    : options
  return readMeasuredPeriod(period, { asOf: asOf as string, timeZone, partial })
}

function instantsOf(at: 'closing' | 'opening' | 'average', period: MeasuredPeriod | undefined, asOf: number): number[] {
  if (period === undefined) return [asOf]
  if (at === 'average') return [period.start, period.until]
  return [at === 'opening' ? period.start : period.until]
}

/** Revenue over customers at one instant, or at two together. */
function averageAt(
  { customers, rates }: Revenue,
  instants: readonly number[],
  options: MeasureAverageRevenuePerAccountOptions,
  limits: { level: number; wanted: boolean },
): AccountRevenueMeasurement {
  const paid = instants.flatMap((instant) => paidAt(customers, instant))
  const pricing = pricingOf(new Set(paid.flatMap((amounts: Amounts) => [...amounts.keys()])), options.rates?.to, rates)
  if (pricing.isMixed) {
    const { numerator: _numerator, ...empty } = averageOf(new Decimal(0), 0, undefined)
    const { denominator: _denominator, ...rest } = empty
    const missing = pricing.missing.length === 0 ? {} : { missingRates: pricing.missing }
    return { ...rest, sampleSize: paid.length, reason: 'mixed_currency', definition: { ...missing, caveats: [] } }
  }
  const values = paid.map(pricing.closing).sort((a, b) => a.comparedTo(b))
  const sum = values.reduce<Decimal>((total, value) => total.plus(value), new Decimal(0))
  const currency = pricing.currency ?? undefined
  const average = averageOf(sum, values.length, currency)
  if (instants.length > 1 || values.length === 0) return average
  const interval = limits.wanted ? limitsOf(values, sum.dividedBy(values.length), limits.level) : undefined
  return {
    ...average,
    ...(interval === undefined ? {} : { interval }),
    ...(currency === undefined ? {} : { median: { amount: decimalText(medianOf(values)), currency } }),
  }
}

function limitsOf(values: readonly Decimal[], mean: Decimal, level: number): Interval | undefined {
  const n = values.length
  if (n < 2) return undefined
  const squares = values.reduce<Decimal>((total, value) => total.plus(value.minus(mean).pow(2)), new Decimal(0))
  const parts = { mean: toDouble(mean), variance: toDouble(squares.dividedBy(n - 1)), n }
  return meanLimits(parts, level, { minimum: 0, maximum: Number.POSITIVE_INFINITY })
}

/** The median of ascending values: the mean of the middle two of an even number. */
function medianOf(values: readonly Decimal[]): Decimal {
  const upper = values[Math.floor(values.length / 2)] ?? new Decimal(0)
  const lower = values[Math.floor((values.length - 1) / 2)] ?? upper
  return lower.plus(upper).dividedBy(2)
}
