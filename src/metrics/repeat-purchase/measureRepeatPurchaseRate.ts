import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { Order, RecordSource } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import { type ProportionOptions, proportionOptionNames } from '../internal/proportionMeasurement.js'
import { type PurchasePeriodOptions, purchasesOfPeriod } from './purchasesOfPeriod.js'
import { orderOptionNames } from './readPurchases.js'
import { repeatPurchaseRate } from './repeatPurchaseRate.js'
import { withPeriod } from './withPeriod.js'

/** Options of {@link measureRepeatPurchaseRate}. */
export interface MeasureRepeatPurchaseRateOptions extends PurchasePeriodOptions, ProportionOptions {
  /** Whether a period that is not over is cut at `asOf`; default false: it is null, `not_mature`. */
  readonly partial?: boolean | undefined
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  ...orderOptionNames,
  ...proportionOptionNames,
]

/**
 * Measures the share of buyers of a period who bought twice or more in it.
 *
 * The counts of {@link countPurchases}, measured by {@link repeatPurchaseRate}.
 *
 * @param source - orders, or their tally of kind `purchases`
 * @param options - instant of knowledge, period, which orders count and whose they are
 * @returns `repeat-purchase-rate` as a ratio 0..1; null with `empty_base` without buyers, `not_mature` for a period that is not over; left out: `duplicate`, `future`, `test`, `cancelled`, `failed`,
 * `refunded`, `no_customer`
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, INVALID_AMOUNT,
 * CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureRepeatPurchaseRate } from 'retention-okr/metrics'
 *
 * const order = { customerId: 'a', status: 'paid', total: 10, currency: 'EUR' } as const
 * const orders = [
 *   { ...order, id: '1', placedAt: '2024-04-05' },
 *   { ...order, id: '2', placedAt: '2024-05-20' },
 *   { ...order, id: '3', placedAt: '2024-04-15', customerId: 'b' },
 * ]
 * const period = { start: '2024-04-01', end: '2024-07-01' }
 * measureRepeatPurchaseRate(orders, { asOf: '2024-08-01', period }).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function measureRepeatPurchaseRate(
  source: RecordSource<Order> | Tally<object>,
  options: MeasureRepeatPurchaseRateOptions,
): Measurement {
  assertKnownOptions(options, knownOptions)
  const { partial, level, interval } = options
  const purchases = purchasesOfPeriod(source, options, { partial })
  return withPeriod(repeatPurchaseRate(purchases.counts, { level, interval }), purchases, { needsEnd: true })
}
