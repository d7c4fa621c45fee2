import { fail } from '../../internal/fail.js'
import { assertCount, assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { Order, RecordSource } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import { daysOfPeriod } from './daysOfPeriod.js'
import { frequencyOptionNames, type PurchaseFrequencyOptions, purchaseFrequency } from './purchaseFrequency.js'
import { type PurchasePeriodOptions, purchasesOfPeriod } from './purchasesOfPeriod.js'
import { orderOptionNames } from './readPurchases.js'
import { withPeriod } from './withPeriod.js'

/** Options of {@link measurePurchaseFrequency}. */
export interface MeasurePurchaseFrequencyOptions extends PurchasePeriodOptions, PurchaseFrequencyOptions {
  /** Whether a period that is not over is cut at `asOf`; default false: it is null, `not_mature`. */
  readonly partial?: boolean | undefined
  /** Customers, active or all; required by `per: 'customer'`. */
  readonly customers?: number | undefined
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  'customers',
  ...orderOptionNames,
  ...frequencyOptionNames,
]

/**
 * Measures how often buyers of a period bought in it.
 *
 * The counts of {@link countPurchases}, measured by {@link purchaseFrequency}.
 *
 * @param source - orders, or their tally of kind `purchases`
 * @param options - instant of knowledge, period, which orders count, per buyer or customer, days
 * @returns `purchase-frequency` as a number from 0; null with `empty_base` without buyers, `not_mature` for a period that
 * is not over; left out: `duplicate`, `future`, `test`, `cancelled`, `failed`, `refunded`, `no_customer`
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, INVALID_AMOUNT,
 * CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measurePurchaseFrequency } from 'retention-okr/metrics'
 *
 * const order = { customerId: 'a', status: 'paid', total: 10, currency: 'EUR' } as const
 * const orders = [
 *   { ...order, id: '1', placedAt: '2024-04-05' },
 *   { ...order, id: '2', placedAt: '2024-04-20' },
 *   { ...order, id: '3', placedAt: '2024-04-15', customerId: 'b' },
 * ]
 * const period = { start: '2024-04-01', end: '2024-05-01' }
 * measurePurchaseFrequency(orders, { asOf: '2024-08-01', period }).value // => 1.5
 * measurePurchaseFrequency(orders, { asOf: '2024-08-01', period, perDays: 365 }).value // => 18.25
 * ```
 * @since 0.1.0
 */
export function measurePurchaseFrequency(
  source: RecordSource<Order> | Tally<object>,
  options: MeasurePurchaseFrequencyOptions,
): Measurement {
  assertKnownOptions(options, knownOptions)
  const { partial, customers, per, perDays, level, interval } = options
  if (customers !== undefined) assertCount(customers, 'options.customers')
  else if (per === 'customer') fail('INVALID_OPTION', 'options.customers', 'is required per customer', customers)
  const purchases = purchasesOfPeriod(source, options, { partial })
  const days = daysOfPeriod(purchases.period, purchases.definition.timeZone)
  const frequency = purchaseFrequency({ ...purchases.counts, days, customers }, { per, perDays, level, interval })
  return withPeriod(frequency, purchases, { needsEnd: true, more: frequency.definition })
}
