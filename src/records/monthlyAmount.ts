import { decimalText, toDecimal } from '../internal/decimal.js'
import { assertInteger, assertOneOf, assertPlain } from '../internal/guards.js'
import type { DecimalInput } from '../measurement.js'

/** How often a price is charged. */
export type BillingInterval = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A price charged once an interval, or once every few of them. */
export interface IntervalPrice {
  /** Amount charged each time; a credit is negative. */
  readonly amount: DecimalInput
  /** Length of the interval. */
  readonly interval: BillingInterval
  /** Intervals between two charges, 1 to 36,600; default 1. */
  readonly intervalCount?: number | undefined
}

/** Charges in so many months: 365 days or 52 weeks in 12 months, one year in 12, one quarter in 3. */
const charges = {
  day: [365, 12],
  week: [52, 12],
  month: [1, 1],
  quarter: [1, 3],
  year: [1, 12],
} as const satisfies Record<BillingInterval, readonly [number, number]>

const intervals = ['day', 'week', 'month', 'quarter', 'year'] as const

/**
 * Converts a price per billing interval to its amount per month.
 *
 * A year is 12 months, a quarter 3, a week 12/52 of a month, a day 12/365 of one; the result is divided by the number of
 * intervals between charges. 10 a week are 43.33 a month, not 40.
 *
 * @param price - amount, interval, and how many intervals lie between two charges
 * @returns decimal text of 2 to 12 decimals, half even
 * @throws {@link RetentionOkrError} INVALID_AMOUNT for an amount that is neither a finite number nor decimal text
 * @throws {@link RetentionOkrError} INVALID_OPTION for another interval, or a count that is no whole number from 1
 * @throws {@link RetentionOkrError} INVALID_INPUT when the price is no plain object
 * @example
 * ```ts
 * import { monthlyAmount } from 'retention-okr/records'
 *
 * monthlyAmount({ amount: '600', interval: 'year' }) // => '50.00'
 * monthlyAmount({ amount: 10, interval: 'week' }) // => '43.333333333333'
 * monthlyAmount({ amount: '960', interval: 'year', intervalCount: 2 }) // => '40.00'
 * ```
 * @since 0.1.0
 */
export function monthlyAmount(price: IntervalPrice): string {
  assertPlain(price, 'price')
  const { amount, interval, intervalCount = 1 } = price
  assertOneOf(interval, intervals, 'price.interval')
  assertInteger(intervalCount, { minimum: 1, maximum: 36_600 }, 'price.intervalCount')
  const [times, months] = charges[interval]
  const perCharge = toDecimal(amount, 'price.amount', 'INVALID_AMOUNT')
  return decimalText(perCharge.times(times).dividedBy(months * intervalCount))
}
