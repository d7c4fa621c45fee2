import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions, assertLevel, assertOneOf } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { Tally } from '../../tally/model.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { openSource } from '../internal/openSource.js'
import type { PeriodOptions } from '../internal/options.js'
import type { ProportionOptions } from '../internal/proportionMeasurement.js'
import type { ReturnRecords } from './model.js'
import { rateOfEntries } from './rateOfEntries.js'
import { cashflowEntries, cohortEntries } from './returnEntries.js'
import { type ReturnInclusion, returnRules } from './returnRules.js'

/** Options of {@link measureReturnRate}. */
export interface MeasureReturnRateOptions extends PeriodOptions {
  /** Local days in which a return counts, 1 to 36,600; default 30. */
  readonly windowDays?: number | undefined
  /**
   * Returns of the orders placed in the period, once their window is over; or, as shop dashboards do, the returns dated in
   * it over its sales; default `'cohort'`.
   */
  readonly method?: 'cohort' | 'cashflow' | undefined
  /** Units, or amounts, which have no interval; default `'units'`. */
  readonly weight?: 'units' | 'value' | undefined
  /** Kinds of orders that count although they usually do not; default none. */
  readonly include?: readonly ReturnInclusion[] | undefined
  /** Two-sided confidence in (0, 1); default 0.95. */
  readonly level?: number | undefined
  /** Kind of interval, or none; default `'wilson'`, by `cashflow` `'garwood'`. */
  readonly interval?: ProportionOptions['interval'] | 'garwood' | undefined
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  'windowDays',
  'method',
  'weight',
  'include',
  'level',
  'interval',
]

/**
 * Measures the share of what was sold that came back, by the date of the order.
 *
 * An order counts once its window is over, with what was returned within it, else its units are pending. By `cashflow` the
 * returns dated in the period, of earlier orders too, are divided by its sales: caveat `not_a_probability`.
 *
 * @param source - orders with lines and returns, or their tally of kind `returns`
 * @param options - instant of knowledge, period, window, method, units or amounts, level
 * @returns `return-rate` as a ratio from 0 (0..1 by cohort of units); null with `empty_base`, `zero_denominator`,
 * `not_mature`, or `mixed_currency` for amounts of several currencies; left out: `duplicate`, `future`, `test`,
 * `cancelled`, `failed`, `no_lines`, `missing_amount`, `unknown_order`
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more returned than sold in an order
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_AMOUNT, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT,
 * CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureReturnRate } from 'retention-okr/metrics'
 *
 * const order = { id: '1', placedAt: '2024-05-01', status: 'paid', total: 10, currency: 'EUR', lines: [{ quantity: 4 }] } as const
 * const returns = [{ id: 'r', orderId: '1', createdAt: '2024-05-20', quantity: 1 }]
 * const period = { start: '2024-05-01', end: '2024-06-01' }
 * measureReturnRate({ orders: [order], returns }, { asOf: '2024-07-01', period }).value // => 0.25
 * ```
 * @since 0.1.0
 */
export function measureReturnRate(
  source: ReturnRecords | Tally<object>,
  options: MeasureReturnRateOptions,
): Measurement {
  assertKnownOptions(options, knownOptions)
  const { windowDays = 30, method = 'cohort', weight = 'units', include, level = 0.95, interval } = options
  assertInteger(windowDays, { minimum: 1, maximum: 36_600 }, 'options.windowDays')
  assertOneOf(method, ['cohort', 'cashflow'], 'options.method')
  assertOneOf(weight, ['units', 'value'], 'options.weight')
  assertLevel(level)
  if (options.period === undefined) fail('INVALID_PERIOD', 'options.period', 'is required', options.period)
  const opened = openSource(source, options, returnRules(source, include, undefined))
  const isCohort = method === 'cohort'
  const entries = isCohort ? cohortEntries(opened, weight, windowDays) : cashflowEntries(opened, weight)
  const definition = { method, weight, ...(isCohort ? { windowDays } : {}) }
  const measured = rateOfEntries(entries, { isCohort, weight, level, interval })
  return describeMeasurement(measured, opened, { definition, needsEnd: !isCohort })
}
