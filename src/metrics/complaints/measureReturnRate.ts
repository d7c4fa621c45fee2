import { Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions, assertLevel, assertOneOf } from '../../internal/guards.js'
import type { Measurement, Reason } from '../../measurement.js'
import type { Tally } from '../../tally/model.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { eventRateMeasurement } from '../internal/eventRateMeasurement.js'
import { isMeasured } from '../internal/isMeasured.js'
import { type OpenedSource, openSource } from '../internal/openSource.js'
import type { PeriodOptions } from '../internal/options.js'
import type { ProportionOptions } from '../internal/proportionMeasurement.js'
import type { ReturnRecords } from './model.js'
import { returnedWithin } from './returnedWithin.js'
import { returnRate } from './returnRate.js'
import { type ReturnInclusion, type ReturnRow, returnRules } from './returnRules.js'
import { soldOrdersOf } from './soldOrdersOf.js'

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
  const entries = isCohort ? cohortOf(opened, weight, windowDays) : cashflowOf(opened, weight)
  const definition = { method, weight, ...(isCohort ? { windowDays } : {}) }
  const measured = measure(entries, { isCohort, weight, level, interval })
  return describeMeasurement(measured, opened, { definition, needsEnd: !isCohort })
}

type Row = ReturnRow['row']

/** What is divided: rows sold and returned, and the units that are pending. */
interface Entries {
  sold: Row[]
  returned: Row[]
  pending: number
}

/** Orders placed in the period with their returns; an order or return without amount is left out by value. */
function cohortOf(opened: OpenedSource<ReturnRow, object>, weight: 'units' | 'value', windowDays: number): Entries {
  const { sold, unknown } = soldOrdersOf(withAmounts(opened, weight))
  const entries: Entries = { sold: [], returned: [], pending: 0 }
  leaveOut(opened, unknown, 'unknown_order')
  for (const entry of sold) {
    const { order } = entry
    if (!isMeasured(order.at, opened.period, false)) continue
    const returned = returnedWithin(entry, windowDays, opened)
    if (returned === undefined) entries.pending += order.units
    else {
      entries.sold.push(order)
      for (const row of returned) entries.returned.push({ ...row, currency: order.currency })
    }
  }
  return entries
}

/** Sales and returns dated in the period, of unknown orders too. */
function cashflowOf(opened: OpenedSource<ReturnRow, object>, weight: 'units' | 'value'): Entries {
  const { sold, unknown } = soldOrdersOf(withAmounts(opened, weight))
  const rows = sold.flatMap(({ order, returns }) => [
    order,
    ...returns.map((row) => ({ ...row, currency: order.currency })),
  ])
  const inside = [...rows, ...unknown].filter(({ at }) => isMeasured(at, opened.period, true))
  return {
    sold: inside.filter(({ isReturn }) => !isReturn),
    returned: inside.filter(({ isReturn }) => isReturn),
    pending: 0,
  }
}

function withAmounts(opened: OpenedSource<ReturnRow, object>, weight: 'units' | 'value'): ReturnRow[] {
  if (weight === 'units') return opened.rows
  const lacking = opened.rows.filter(({ row }) => row.amount === undefined)
  leaveOut(
    opened,
    lacking.map(({ row }) => row),
    'missing_amount',
  )
  return opened.rows.filter(({ row }) => row.amount !== undefined)
}

function leaveOut({ period, exclusions }: OpenedSource<ReturnRow, object>, rows: readonly Row[], reason: string): void {
  const inside = rows.filter(({ at }) => period === undefined || (at >= period.start && at < period.end))
  exclusions.add(reason, inside.length)
}

interface MeasureRules {
  isCohort: boolean
  weight: 'units' | 'value'
  level: number
  interval: MeasureReturnRateOptions['interval']
}

function measure(entries: Entries, { isCohort, weight, level, interval }: MeasureRules): Measurement {
  const [returned, sold] = [unitsOf(entries.returned), unitsOf(entries.sold)]
  const { pending } = entries
  if (weight === 'value') return valueRate(entries, isCohort, interval)
  if (isCohort) {
    if (interval === 'garwood') fail('INVALID_OPTION', 'options.interval', 'is for cashflow', interval)
    return returnRate({ returned, sold, pending }, { level, interval })
  }
  const parts = { metric: 'return-rate', numerator: returned, denominator: sold }
  return eventRateMeasurement({ ...parts, definition: { caveats: ['not_a_probability'] } }, { level, interval })
}

function unitsOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { units }) => sum + units, 0)
}

/** Amounts divided exactly, without an interval; several currencies have no common amount. */
function valueRate(entries: Entries, isCohort: boolean, interval: MeasureReturnRateOptions['interval']): Measurement {
  if (interval !== undefined) assertOneOf(interval, ['none'], 'options.interval')
  const { sold, returned, pending } = entries
  const currencies = new Set([...sold, ...returned].flatMap(({ currency }) => currency ?? []))
  const [numerator, denominator] = [amountOf(returned), amountOf(sold)]
  const common = {
    metric: 'return-rate',
    unit: 'ratio' as const,
    sampleSize: unitsOf(sold),
    ...(isCohort ? { pending } : {}),
    definition: { caveats: isCohort ? [] : ['not_a_probability'] },
  }
  if (currencies.size > 1) return { ...common, value: null, reason: 'mixed_currency' }
  const amounts = { numerator: toDouble(numerator), denominator: toDouble(denominator) }
  if (denominator.isZero()) return { ...common, ...amounts, value: null, reason: emptyReason(numerator, pending) }
  return { ...common, ...amounts, value: toDouble(numerator.dividedBy(denominator)) }
}

function amountOf(rows: readonly Row[]): Decimal {
  return rows.reduce((sum, { amount = '0' }) => sum.plus(toDecimal(amount, 'amount')), new Decimal(0))
}

function emptyReason(numerator: Decimal, pending: number): Reason {
  if (!numerator.isZero()) return 'zero_denominator'
  return pending > 0 ? 'not_mature' : 'empty_base'
}
