import { assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Instant, Measurement } from '../../measurement.js'
import type { Order, RecordSource } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import { type ProportionOptions, proportionOptionNames } from '../internal/proportionMeasurement.js'
import { type PurchasePeriodOptions, purchasesOfPeriod } from './purchasesOfPeriod.js'
import { orderOptionNames } from './readPurchases.js'
import { returningCustomerRate } from './returningCustomerRate.js'
import { withPeriod } from './withPeriod.js'

/** Options of {@link measureReturningCustomerRate}. */
export interface MeasureReturningCustomerRateOptions extends PurchasePeriodOptions, ProportionOptions {
  /** Whether a period that is not over is cut at `asOf`; default false: it is null, `not_mature`. */
  readonly partial?: boolean | undefined
  /** First day of complete history; a start not after it is the caveat `short_history`. */
  readonly historyStart?: Instant | undefined
  /** `'period'`: a returning buyer must have bought before the period; default before another occasion. */
  readonly before?: 'period' | undefined
  /** Whether any two occasions of the known history make a returning buyer; default false. */
  readonly lookAhead?: boolean | undefined
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  'historyStart',
  'before',
  'lookAhead',
  ...orderOptionNames,
  ...proportionOptionNames,
]

/**
 * Measures the share of buyers of a period who had bought before.
 *
 * The counts of {@link countPurchases}, measured by {@link returningCustomerRate}. An earlier occasion may lie in the period
 * or before it.
 *
 * @param source - orders, or their tally of kind `purchases`
 * @param options - instant of knowledge, period, which orders count and whose they are
 * @returns `returning-customer-rate` as a ratio 0..1; null with `empty_base` without buyers, `not_mature` for a period that is not over; left out: `duplicate`, `future`, `test`, `cancelled`, `failed`,
 * `refunded`, `no_customer`
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, INVALID_AMOUNT,
 * CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureReturningCustomerRate } from 'retention-okr/metrics'
 *
 * const order = { customerId: 'a', status: 'paid', total: 10, currency: 'EUR' } as const
 * const orders = [
 *   { ...order, id: '1', placedAt: '2024-04-05' },
 *   { ...order, id: '2', placedAt: '2024-05-20' },
 *   { ...order, id: '3', placedAt: '2024-04-15', customerId: 'b' },
 * ]
 * const period = { start: '2024-04-01', end: '2024-07-01' }
 * measureReturningCustomerRate(orders, { asOf: '2024-08-01', period }).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function measureReturningCustomerRate(
  source: RecordSource<Order> | Tally<object>,
  options: MeasureReturningCustomerRateOptions,
): Measurement {
  assertKnownOptions(options, knownOptions)
  const { partial, level, interval, historyStart, before, preset } = options
  const { lookAhead = preset === 'shopify' } = options
  if (before !== undefined) assertOneOf(before, ['period'], 'options.before')
  const purchases = purchasesOfPeriod(source, options, {
    partial,
    returning: true,
    lookAhead,
    beforePeriod: before === 'period',
  })
  const more = { ...(before === undefined ? {} : { before }), lookAhead }
  const rate = returningCustomerRate(purchases.counts, { level, interval })
  return withPeriod(rate, purchases, { historyStart, needsEnd: true, more })
}
