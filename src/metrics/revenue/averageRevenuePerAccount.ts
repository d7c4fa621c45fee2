import { type Decimal, decimalText, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertCount, assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { MoneyMeasurement } from './model.js'

/** Revenue of so many accounts. */
export interface AccountTotals {
  /** Their monthly recurring revenue together. */
  readonly total: DecimalInput
  /** How many they are. */
  readonly accounts: number
  /** ISO 4217 code. */
  readonly currency: string
}

/**
 * Gives the average revenue per account: `total / accounts`.
 *
 * @param totals - revenue, paying accounts, currency
 * @returns `average-revenue-per-account` in money with its exact amount; null with `empty_base` without accounts,
 * `zero_denominator` for revenue without them
 * @throws {@link RetentionOkrError} INVALID_AMOUNT, NEGATIVE_AMOUNT for a total that is none
 * @throws {@link RetentionOkrError} INVALID_COUNT for accounts that are no whole number from 0
 * @throws {@link RetentionOkrError} INVALID_INPUT for a currency that is no text
 * @example
 * ```ts
 * import { averageRevenuePerAccount } from 'retention-okr/metrics'
 *
 * const { value, amount } = averageRevenuePerAccount({ total: '490', accounts: 5, currency: 'EUR' })
 * value // => 98
 * amount // => { amount: '98.00', currency: 'EUR' }
 * ```
 * @since 0.1.0
 */
export function averageRevenuePerAccount(totals: AccountTotals): MoneyMeasurement {
  assertPlain(totals, 'totals')
  const { total, accounts, currency } = totals as unknown as AccountTotals
  const sum = toDecimal(total, 'totals.total', 'INVALID_AMOUNT')
  if (sum.lessThan(0)) fail('NEGATIVE_AMOUNT', 'totals.total', 'must not be negative', 'negative')
  assertCount(accounts, 'totals.accounts')
  if (typeof currency !== 'string') fail('INVALID_INPUT', 'totals.currency', 'must be text', currency)
  return averageOf(sum, accounts, currency)
}

/** The same of an exact sum. */
export function averageOf(sum: Decimal, accounts: number, currency: string | undefined): MoneyMeasurement {
  const common = {
    metric: 'average-revenue-per-account',
    unit: 'money' as const,
    numerator: toDouble(sum),
    denominator: accounts,
    sampleSize: accounts,
    definition: { caveats: [] },
  }
  if (accounts === 0) return { ...common, value: null, reason: sum.isZero() ? 'empty_base' : 'zero_denominator' }
  const average = sum.dividedBy(accounts)
  return {
    ...common,
    value: toDouble(average),
    ...(currency === undefined ? {} : { amount: { amount: decimalText(average), currency } }),
  }
}
