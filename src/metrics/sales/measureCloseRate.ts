import { addLocalDays } from '../../calendar/addLocalDays.js'
import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readPeriod } from '../../calendar/readPeriod.js'
import { createExclusions, type Exclusions } from '../../internal/createExclusions.js'
import { Decimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Measurement, Period } from '../../measurement.js'
import type { Opportunity } from '../../records/model.js'
import type { AsOfOptions } from '../../records/options.js'
import { proportionMeasurement, proportionOptionNames } from '../internal/proportionMeasurement.js'
import { type MeasuredPeriod, readMeasuredPeriod } from '../internal/readMeasuredPeriod.js'
import { type CloseRateOptions, closeRate } from './closeRate.js'
import { dealDays } from './dealDays.js'
import { type Deal, readDeals } from './readDeals.js'

/** Options of {@link measureCloseRate}. */
export interface MeasureCloseRateOptions extends AsOfOptions, CloseRateOptions {
  /** Deals closed, or with basis `'created'` created, inside it; default all. */
  readonly period?: Period | undefined
  /** Whether a period that is not over is cut at `asOf`; default false: it is null, `not_mature`. */
  readonly partial?: boolean | undefined
  /** With basis `'created'`: won within so many local days, 1 to 36,600; null (default): won so far. */
  readonly windowDays?: number | null | undefined
  /** Deals, or with basis `'closed'` their amounts; default `'count'`. */
  readonly by?: 'count' | 'value' | undefined
  /** Only amounts in this currency, by value; default all, which must have one. */
  readonly currency?: string | undefined
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'basis',
  'period',
  'partial',
  'windowDays',
  'by',
  'currency',
  ...proportionOptionNames,
]

/**
 * Measures the share of deals that were won: by close date, by created cohort, or by value.
 *
 * `closed`: won / closed, by close date; it lags and is censored where the cycle is long. `created`: the deals created in
 * the period; with `windowDays` only those whose window is over count, and convert when won within it, the others are
 * pending; without it the raw share, a lower bound. What closes after `asOf` is open.
 *
 * @param opportunities - the deals, in any order
 * @param options - instant of knowledge, period, basis, window, count or value
 * @returns `close-rate` as a ratio 0..1; null with `empty_base`, `not_mature`, or `mixed_currency` by value; left out:
 * `duplicate`, `future`, `missing_close_date`, `missing_amount`, `other_currency`
 * @throws {@link RetentionOkrError} INVALID_OPTION also for a window by close date, and for value by creation
 * @throws {@link RetentionOkrError} INVALID_AMOUNT, NEGATIVE_AMOUNT by value
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_PERIOD, INVALID_INSTANT, INVALID_TIME_ZONE, INVALID_INPUT
 * @example
 * ```ts
 * import { measureCloseRate } from 'retention-okr/metrics'
 *
 * const opportunities = [
 *   { id: '1', createdAt: '2025-01-10', status: 'won', closedAt: '2025-01-30' },
 *   { id: '2', createdAt: '2025-01-10', status: 'lost', closedAt: '2025-02-03' },
 *   { id: '3', createdAt: '2025-03-20', status: 'open' },
 * ] as const
 * measureCloseRate(opportunities, { asOf: '2025-03-31' }).value // => 0.5
 * const cohort = measureCloseRate(opportunities, { asOf: '2025-03-31', basis: 'created', windowDays: 30 })
 * cohort.value // => 0.5
 * cohort.pending // => 1
 * ```
 * @since 0.1.0
 */
export function measureCloseRate(opportunities: Iterable<Opportunity>, options: MeasureCloseRateOptions): Measurement {
  assertKnownOptions(options, knownOptions)
  const { timeZone = 'UTC', basis = 'closed', windowDays = null, by = 'count', currency, level, interval } = options
  assertRules({ basis, windowDays, by, currency })
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const exclusions = createExclusions()
  const common = { asOf: new Date(asOf).toISOString(), timeZone, basis }
  if (basis === 'created') {
    const period = options.period === undefined ? undefined : readPeriod(options.period, timeZone, 'options.period')
    const isInside = (at: number): boolean => period === undefined || (at >= period.start && at < period.end)
    const deals = readDeals(opportunities, { asOf, timeZone, exclusions, isInside, duplicates: options.duplicates })
    const cohort = deals.filter(({ createdAt }) => isInside(createdAt))
    const parts = windowDays === null ? rawShare(cohort) : shareWithin(cohort, windowDays, asOf, timeZone)
    const definition = { ...common, windowDays }
    const measured = { metric: 'close-rate', ...parts, excluded: exclusions.result(), definition }
    return proportionMeasurement(measured, { level, interval })
  }
  const period = options.period && readMeasuredPeriod(options.period, { asOf, timeZone, partial: options.partial })
  const isInside = (_createdAt: number, closedAt: number | undefined): boolean =>
    closedAt === undefined || isIn(period, closedAt)
  const deals = readDeals(opportunities, { asOf, timeZone, exclusions, isInside, duplicates: options.duplicates })
  const isMature = period?.isMature !== false
  const closed = deals.filter(({ closedAt }) => isMature && closedAt !== undefined && isIn(period, closedAt))
  const measured =
    by === 'value'
      ? shareOfValue(closed, currency, exclusions)
      : closeRate({ won: countOf(closed, 'won'), lost: countOf(closed, 'lost') }, { level, interval })
  const excluded = exclusions.result()
  return {
    ...measured,
    ...(isMature ? {} : { reason: 'not_mature' }),
    ...(excluded === undefined ? {} : { excluded }),
    definition: {
      ...common,
      by,
      ...(currency === undefined ? {} : { currency }),
      caveats: period?.caveats ?? [],
    },
  }
}

type Rules = {
  basis: unknown
  windowDays: unknown
  by: unknown
  currency: unknown
}

function assertRules({ basis, windowDays, by, currency }: Rules): void {
  assertOneOf(basis, ['closed', 'created'], 'options.basis')
  assertOneOf(by, ['count', 'value'], 'options.by')
  if (by === 'value' && basis === 'created') {
    fail('INVALID_OPTION', 'options.by', 'value goes with basis closed: open deals have no final amount', by)
  }
  if (windowDays !== null) {
    assertInteger(windowDays, { minimum: 1, maximum: 36_600 }, 'options.windowDays')
    if (basis === 'closed') fail('INVALID_OPTION', 'options.windowDays', 'goes with basis created', windowDays)
  }
  if (currency !== undefined && (by !== 'value' || typeof currency !== 'string')) {
    fail('INVALID_OPTION', 'options.currency', 'must be text, and goes with value', currency)
  }
}

function isIn(period: MeasuredPeriod | undefined, at: number): boolean {
  return period === undefined || (at >= period.start && at < period.until)
}

function countOf(deals: readonly Deal[], outcome: Deal['outcome']): number {
  return deals.filter((deal) => deal.outcome === outcome).length
}

type Share = { numerator: number; denominator: number; pending: number }

function rawShare(deals: readonly Deal[]): Share {
  return { numerator: countOf(deals, 'won'), denominator: deals.length, pending: countOf(deals, 'open') }
}

/** Won by the end of the window, its last instant included; not before the creation. */
function shareWithin(deals: readonly Deal[], windowDays: number, asOf: number, timeZone: string): Share {
  const dated = deals.map((deal) => ({ deal, end: addLocalDays(deal.createdAt, windowDays, timeZone) }))
  const mature = dated.filter(({ end }) => end <= asOf)
  const converted = mature.filter(({ deal, end }) => {
    if (deal.outcome !== 'won' || deal.closedAt === undefined || deal.closedAt > end) return false
    return dealDays(deal, asOf, timeZone) >= 0
  })
  return { numerator: converted.length, denominator: mature.length, pending: deals.length - mature.length }
}

/** Won amounts / closed amounts; currencies are never added. */
function shareOfValue(closed: readonly Deal[], currency: string | undefined, exclusions: Exclusions): Measurement {
  const priced = closed.flatMap(({ outcome, amount, ...deal }) => {
    if (amount === undefined) exclusions.add('missing_amount')
    else if (currency !== undefined && deal.currency !== currency) exclusions.add('other_currency')
    else {
      if (amount.isNegative() && !amount.isZero()) {
        fail('NEGATIVE_AMOUNT', `opportunities[${deal.index}].amount`, 'must not be negative', toDouble(amount))
      }
      return [{ outcome, amount, currency: deal.currency }]
    }
    return []
  })
  const common = { metric: 'close-rate', unit: 'ratio' as const, sampleSize: priced.length, definition: {} }
  if (new Set(priced.map((deal) => deal.currency)).size > 1) {
    return { ...common, value: null, reason: 'mixed_currency' }
  }
  const sumOf = (deals: typeof priced): Decimal => deals.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))
  const [won, all] = [sumOf(priced.filter(({ outcome }) => outcome === 'won')), sumOf(priced)]
  const amounts = { numerator: toDouble(won), denominator: toDouble(all) }
  if (all.isZero()) return { ...common, ...amounts, value: null, reason: 'empty_base' }
  return { ...common, ...amounts, value: toDouble(won.dividedBy(all)) }
}
