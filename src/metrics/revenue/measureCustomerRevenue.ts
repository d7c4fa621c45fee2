import { Decimal, decimalText } from '../../internal/decimal.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { CustomerRevenue, Subscription } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import type { Amounts, RateTable } from './exchange.js'
import { type RevenuePeriodOptions, readRevenuePeriod, revenuePeriodOptionNames } from './readRevenuePeriod.js'
import { paidBefore } from './revenueSteps.js'

/** Options of {@link measureCustomerRevenue}. */
export interface MeasureCustomerRevenueOptions extends RevenuePeriodOptions {}

/**
 * Measures the monthly recurring revenue of each customer just before the start and just before the end of a period.
 *
 * What {@link netRevenueRetention} and {@link grossRevenueRetention} take. With `rates` the amounts of a customer are
 * added in one currency, the end by `closingRates` when given; without them, and in a currency that they lack, there is
 * one row a customer and currency. A running period is cut at `asOf`.
 *
 * @param source - subscriptions, or their tally of kind `subscriptions`
 * @param options - period, instant of knowledge, how paying time is read, currency or rates
 * @returns rows of decimal texts of the customers with revenue at the start or the end, by id, then currency
 * @throws {@link RetentionOkrError} INVALID_OPTION, also for `closingRates` without `rates` of the same `to`
 * @throws {@link RetentionOkrError} INVALID_INPUT for a currency that is no text
 * @throws {@link RetentionOkrError} NEGATIVE_AMOUNT, INVALID_AMOUNT, INVALID_PERIOD, INVALID_INSTANT, EVENT_ORDER,
 * CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureCustomerRevenue } from 'retention-okr/metrics'
 *
 * const subscriptions = [
 *   { id: '1', customerId: 'a', startedAt: '2024-01-01', endedAt: '2024-06-10', mrr: 100, currency: 'EUR' },
 *   { id: '2', customerId: 'a', startedAt: '2024-06-10', mrr: 120, currency: 'EUR' },
 * ]
 * const period = { start: '2024-06-01', end: '2024-07-01' }
 * const [row] = measureCustomerRevenue(subscriptions, { asOf: '2024-07-01', period })
 * row // => { customerId: 'a', start: '100.00', end: '120.00', currency: 'EUR' }
 * ```
 * @since 0.1.0
 */
export function measureCustomerRevenue(
  source: Iterable<Subscription> | Tally<object>,
  options: MeasureCustomerRevenueOptions,
): CustomerRevenue[] {
  assertKnownOptions(options, revenuePeriodOptionNames)
  const { customers, start, until, rates, closingRates } = readRevenuePeriod(source, options)
  const to = options.rates?.to
  const rows: CustomerRevenue[] = []
  for (const { customerId, steps } of customers) {
    const atStart = inCurrency(to, paidBefore(steps, start), rates, closingRates)
    const atEnd = inCurrency(to, paidBefore(steps, until), closingRates, rates)
    const currencies = [...new Set([...atStart.keys(), ...atEnd.keys()])].sort()
    for (const currency of currencies) {
      rows.push({ customerId, start: textOf(atStart, currency), end: textOf(atEnd, currency), currency })
    }
  }
  return rows
}

function textOf(amounts: Amounts, currency: string): string {
  return decimalText(amounts.get(currency) ?? new Decimal(0))
}

/** Amounts at the rates of one table; those that it or the other one lacks stay in their own currency. */
function inCurrency(
  to: string | undefined,
  amounts: Amounts,
  table: RateTable | undefined,
  other: RateTable | undefined,
): Amounts {
  if (to === undefined) return amounts
  const converted = new Map<string, Decimal>()
  for (const [currency, amount] of amounts) {
    const rate = other?.has(currency) === true ? table?.get(currency) : undefined
    const name = rate === undefined ? currency : to
    converted.set(name, (converted.get(name) ?? new Decimal(0)).plus(amount.times(rate ?? 1)))
  }
  return converted
}
