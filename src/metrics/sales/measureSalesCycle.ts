import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { compareDecimal, Decimal } from '../../internal/decimal.js'
import { assertKnownOptions, assertLevel, assertOneOf } from '../../internal/guards.js'
import type { Interval, Period } from '../../measurement.js'
import type { Opportunity } from '../../records/model.js'
import type { AsOfOptions } from '../../records/options.js'
import { medianInterval } from '../../statistics/medianInterval.js'
import { quantile } from '../../statistics/quantile.js'
import type { IntervalOptions } from '../internal/options.js'
import { readMeasuredPeriod } from '../internal/readMeasuredPeriod.js'
import { dealDays } from './dealDays.js'
import type { SalesCycleMeasurement } from './model.js'
import { readDeals } from './readDeals.js'

/** Options of {@link measureSalesCycle}. */
export interface MeasureSalesCycleOptions extends AsOfOptions, IntervalOptions {
  /** Which closings; default `'won'`. */
  readonly outcome?: 'won' | 'lost' | 'closed' | undefined
  /** Deals closed inside it; default all. */
  readonly period?: Period | undefined
  /** Whether a period that is not over is cut at `asOf`; default false: it is null, `not_mature`. */
  readonly partial?: boolean | undefined
}

const knownOptions = ['asOf', 'timeZone', 'duplicates', 'outcome', 'period', 'partial', 'level', 'interval']

/**
 * Measures how many days deals take to close, and which open deals have been open for longer than nine in ten took.
 *
 * The median of the days from creation to closing, with mean, maximum and 90th percentile (interpolated between order
 * statistics). A date without a time counts whole calendar days. Only closed deals have a length: `closeIncidence` also
 * uses what is known of the open ones.
 *
 * @param opportunities - the deals, in any order
 * @param options - instant of knowledge, outcome, period of closing, level
 * @returns `sales-cycle` in days, from 0; null with `empty_base` when none closed, or `not_mature` for a period that is
 * not over; left out: `duplicate`, `future`, `missing_close_date`, `negative_duration`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT,
 * INVALID_TIME_ZONE, INVALID_AMOUNT, INVALID_INPUT
 * @example
 * ```ts
 * import { measureSalesCycle } from 'retention-okr/metrics'
 *
 * const opportunities = [
 *   { id: '1', createdAt: '2025-01-01', status: 'won', closedAt: '2025-01-05' },
 *   { id: '2', createdAt: '2025-01-01', status: 'won', closedAt: '2025-01-09' },
 *   { id: '3', createdAt: '2025-02-01', status: 'open' },
 * ] as const
 * const cycle = measureSalesCycle(opportunities, { asOf: '2025-03-01' })
 * cycle.value // => 6
 * cycle.stale // => ['3']
 * ```
 * @since 0.1.0
 */
export function measureSalesCycle(
  opportunities: Iterable<Opportunity>,
  options: MeasureSalesCycleOptions,
): SalesCycleMeasurement {
  assertKnownOptions(options, knownOptions)
  const { timeZone = 'UTC', outcome = 'won', partial, level = 0.95, interval } = options
  assertOneOf(outcome, ['won', 'lost', 'closed'], 'options.outcome')
  assertLevel(level)
  if (interval !== undefined) assertOneOf(interval, ['none'], 'options.interval')
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const period = options.period && readMeasuredPeriod(options.period, { asOf, timeZone, partial })
  const isIn = (at: number): boolean => period === undefined || (at >= period.start && at < period.until)
  const exclusions = createExclusions()
  const isInside = (_createdAt: number, closedAt: number | undefined): boolean =>
    closedAt === undefined || isIn(closedAt)
  const deals = readDeals(opportunities, { asOf, timeZone, exclusions, isInside, duplicates: options.duplicates })
  const days: number[] = []
  for (const deal of deals) {
    if (deal.closedAt === undefined || !isIn(deal.closedAt)) continue
    if (outcome !== 'closed' && deal.outcome !== outcome) continue
    const length = dealDays(deal, asOf, timeZone)
    if (length < 0) exclusions.add('negative_duration')
    else if (period?.isMature !== false) days.push(length)
  }
  days.sort((a, b) => a - b)
  const [p90 = null] = quantile(days, { probabilities: [0.9] }).quantiles
  const open = deals.filter((deal) => deal.outcome === 'open')
  const isStale = (age: number): boolean => p90 !== null && compareDecimal(new Decimal(age), new Decimal(p90)) > 0
  const median = medianInterval(days, { level })
  const excluded = exclusions.result()
  return {
    metric: 'sales-cycle',
    value: median.estimate,
    unit: 'days',
    sampleSize: days.length,
    ...(interval === 'none' || median.lower === null || median.upper === null ? {} : { interval: limitsOf(median) }),
    ...(median.estimate === null ? { reason: period?.isMature === false ? 'not_mature' : 'empty_base' } : {}),
    p90,
    maximum: days.at(-1) ?? null,
    mean: days.length === 0 ? null : days.reduce((sum, length) => sum + length, 0) / days.length,
    openCount: open.length,
    stale: open
      .filter((deal) => isStale(dealDays(deal, asOf, timeZone)))
      .map(({ id }) => id)
      .sort(),
    ...(excluded === undefined ? {} : { excluded }),
    definition: {
      asOf: new Date(asOf).toISOString(),
      timeZone,
      outcome,
      caveats: period?.caveats ?? [],
    },
  }
}

function limitsOf({ lower, upper, level, method }: ReturnType<typeof medianInterval>): Interval {
  return { lower: lower ?? 0, upper: upper ?? 0, level, method }
}
