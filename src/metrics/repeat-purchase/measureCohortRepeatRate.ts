import { assertInteger, assertKnownOptions } from '../../internal/guards.js'
import type { Instant, Measurement } from '../../measurement.js'
import type { Order, RecordSource } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import { type ProportionOptions, proportionOptionNames } from '../internal/proportionMeasurement.js'
import { cohortRepeatRate } from './cohortRepeatRate.js'
import { type PurchasePeriodOptions, purchasesOfPeriod } from './purchasesOfPeriod.js'
import { orderOptionNames } from './readPurchases.js'
import { withPeriod } from './withPeriod.js'

/** Options of {@link measureCohortRepeatRate}. */
export interface MeasureCohortRepeatRateOptions extends PurchasePeriodOptions, ProportionOptions {
  /** First day of complete history; a start not after it is the caveat `short_history`. */
  readonly historyStart?: Instant | undefined
  /** Local days within which the second occasion must follow the first, 1 to 36,600; required. */
  readonly withinDays: number
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'historyStart',
  'withinDays',
  ...orderOptionNames,
  ...proportionOptionNames,
]

/**
 * Measures the share of first-time buyers of a period who bought again within N days.
 *
 * The counts of {@link countPurchases}, measured by {@link cohortRepeatRate}. A second occasion at exactly N days counts; a
 * running period is no obstacle, buyers whose days are not over are pending.
 *
 * @param source - orders, or their tally of kind `purchases`
 * @param options - instant of knowledge, period, which orders count and whose they are
 * @returns `cohort-repeat-rate` as a ratio 0..1; null with `empty_base`, or `not_mature` while all are pending; left out: `duplicate`, `future`, `test`, `cancelled`, `failed`,
 * `refunded`, `no_customer`
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, INVALID_AMOUNT,
 * CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureCohortRepeatRate } from 'retention-okr/metrics'
 *
 * const order = { customerId: 'a', status: 'paid', total: 10, currency: 'EUR' } as const
 * const orders = [
 *   { ...order, id: '1', placedAt: '2024-04-05' },
 *   { ...order, id: '2', placedAt: '2024-05-20' },
 *   { ...order, id: '3', placedAt: '2024-04-15', customerId: 'b' },
 * ]
 * const period = { start: '2024-04-01', end: '2024-07-01' }
 * measureCohortRepeatRate(orders, { asOf: '2024-08-01', period, withinDays: 60 }).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function measureCohortRepeatRate(
  source: RecordSource<Order> | Tally<object>,
  options: MeasureCohortRepeatRateOptions,
): Measurement {
  assertKnownOptions(options, knownOptions)
  const { level, interval, historyStart, withinDays } = options
  assertInteger(withinDays, { minimum: 1, maximum: 36_600 }, 'options.withinDays')
  const purchases = purchasesOfPeriod(source, options, { partial: true, withinDays })
  const rate = cohortRepeatRate(purchases.counts, { level, interval })
  return withPeriod(rate, purchases, { historyStart, needsEnd: false, more: { withinDays } })
}
