import { Decimal, decimalText, toDouble } from '../../internal/decimal.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Subscription } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import { pricingOf } from './exchange.js'
import type { MoneyMeasurement } from './model.js'
import { paidAt } from './paidAt.js'
import { type RevenueOptions, readRevenue, revenueOptionNames } from './readRevenue.js'

/** Options of {@link measureMrr}. */
export interface MeasureMrrOptions extends RevenueOptions {}

/**
 * Measures monthly recurring revenue (MRR) just before an instant.
 *
 * The exact sum of `mrr` over the paying time that holds just before `asOf`: a subscription that ends at that very
 * instant still counts, one that starts at it does not yet, so that the revenue at the end of a month is that at the
 * start of the next. Refunds never touch it.
 *
 * @param source - subscriptions, or their tally of kind `subscriptions`
 * @param options - instant of knowledge, how paying time is read, currency or rates
 * @returns `mrr` in money with its exact amount, 0 when nobody pays; null with `mixed_currency` for several currencies
 * without a rate for each of them, those lacking in `definition.missingRates`
 * @throws {@link RetentionOkrError} NEGATIVE_AMOUNT, INVALID_AMOUNT for a subscription's `mrr`, INVALID_INPUT for its currency
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INSTANT, EVENT_ORDER, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureMrr } from 'retention-okr/metrics'
 *
 * const subscriptions = [
 *   { id: '1', customerId: 'a', startedAt: '2024-01-01', mrr: '19.90', currency: 'EUR' },
 *   { id: '2', customerId: 'b', startedAt: '2024-01-01', endedAt: '2024-03-01', mrr: '49.90', currency: 'EUR' },
 * ]
 * measureMrr(subscriptions, { asOf: '2024-02-01' }).amount // => { amount: '69.80', currency: 'EUR' }
 * measureMrr(subscriptions, { asOf: '2024-06-01' }).value // => 19.9
 * ```
 * @since 0.1.0
 */
export function measureMrr(
  source: Iterable<Subscription> | Tally<object>,
  options: MeasureMrrOptions,
): MoneyMeasurement {
  assertKnownOptions(options, revenueOptionNames)
  const revenue = readRevenue(source, options)
  const paid = paidAt(revenue.customers, revenue.asOf)
  const entering = new Set(paid.flatMap((amounts) => [...amounts.keys()]))
  const pricing = pricingOf(entering, options.rates?.to, revenue.rates)
  const { excluded } = revenue
  const common = {
    metric: 'mrr',
    unit: 'money' as const,
    sampleSize: paid.length,
    ...(excluded === undefined ? {} : { excluded }),
    definition: {
      ...revenue.definition,
      ...(pricing.missing.length === 0 ? {} : { missingRates: pricing.missing }),
      caveats: [],
    },
  }
  if (pricing.isMixed) return { ...common, value: null, reason: 'mixed_currency' }
  const total = paid.reduce<Decimal>((sum, amounts) => sum.plus(pricing.closing(amounts)), new Decimal(0))
  const currency = pricing.currency ?? options.rates?.to ?? options.currency ?? onlyOf(revenue.currencies)
  return {
    ...common,
    value: toDouble(total),
    ...(currency === undefined ? {} : { amount: { amount: decimalText(total), currency } }),
  }
}

/** The currency of everything known, when it is one. */
function onlyOf(currencies: ReadonlySet<string>): string | undefined {
  const [first] = currencies
  return currencies.size === 1 ? first : undefined
}
