import { readInstant } from '../../calendar/readInstant.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Instant, Measurement } from '../../measurement.js'
import type { Order, RecordSource } from '../../records/model.js'
import type { Observation } from '../../statistics/model.js'
import { createInstantGroups } from '../../tally/createInstantGroups.js'
import { createKeys } from '../../tally/createKeys.js'
import type { Tally } from '../../tally/model.js'
import { dayGaps } from '../internal/dayGaps.js'
import { gapQuantile } from '../internal/gapQuantile.js'
import type { IntervalOptions } from '../internal/options.js'
import { intervalOptionNames, readInterval } from '../internal/readInterval.js'
import type { OrderOptions } from './model.js'
import { visitPurchases } from './visitPurchases.js'

/** Options of {@link measureTimeBetweenPurchases}. */
export interface MeasureTimeBetweenPurchasesOptions extends Omit<OrderOptions, 'occasion'>, IntervalOptions {
  /** Nothing later is known; required for orders. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** `'trusted'`: the caller vouches that no id comes twice, and none is looked for; default `'check'`. */
  readonly duplicates?: 'check' | 'trusted' | undefined
}

/** A point of the curve of gaps. */
export interface GapPoint {
  /** Days since a purchase day. */
  time: number
  /** Share of the gaps that last longer, 0..1. */
  survival: number
}

/** The median gap, with the gaps behind it. */
export interface PurchaseGapMeasurement extends Measurement {
  /** Gaps that ended with a purchase. */
  closed: number
  /** Gaps that still last: one a customer. */
  open: number
  /** Mean of the closed gaps alone, in days, biased low; null without any. */
  meanClosed: number | null
  /** Median of the closed gaps alone, in days, biased low; null without any. */
  medianClosed: number | null
  /** Share of the gaps that last longer, by the lengths of closed ones. */
  curve: GapPoint[]
}

/**
 * Measures the time between purchases: the median gap in days, with the gaps that still last.
 *
 * Gaps lie between consecutive distinct purchase days of a customer, so none is 0; the last one of each customer is open
 * from its last day to the day of `asOf`. The median is Kaplan-Meier's: of the closed gaps alone it would be too short
 * by construction, since they forget those who never return.
 *
 * @param source - orders, or their tally of kind `purchases`
 * @param options - instant of knowledge, zone, which orders count and whose they are, level
 * @returns `time-between-purchases` in days, with closed and open gaps and their curve; null with `insufficient_data` when
 * too few gaps have closed, `empty_base` without purchases; left out: `duplicate`, `future`, `test`, `cancelled`,
 * `failed`, `refunded`, `no_customer`
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INSTANT, INVALID_AMOUNT, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureTimeBetweenPurchases } from 'retention-okr/metrics'
 *
 * const order = { customerId: 'a', status: 'paid', total: 10, currency: 'EUR' } as const
 * const orders = [
 *   { ...order, id: '1', placedAt: '2024-04-01' },
 *   { ...order, id: '2', placedAt: '2024-04-11' },
 *   { ...order, id: '3', placedAt: '2024-05-01' },
 * ]
 * const gaps = measureTimeBetweenPurchases(orders, { asOf: '2024-05-31' })
 * gaps.value // => 20
 * gaps.meanClosed // => 15
 * gaps.open // => 1
 * ```
 * @see Kaplan and Meier 1958, Nonparametric estimation from incomplete observations
 * @since 0.1.0
 */
export function measureTimeBetweenPurchases(
  source: RecordSource<Order> | Tally<object>,
  options: MeasureTimeBetweenPurchasesOptions,
): PurchaseGapMeasurement {
  assertKnownOptions(options, [
    'asOf',
    'timeZone',
    'duplicates',
    'include',
    'identity',
    'preset',
    ...intervalOptionNames,
  ])
  const wanted = readInterval(options, 'log-log')
  const customers = createKeys('customers', source)
  const groups = createInstantGroups()
  const visited = visitPurchases(source, options, {
    add: (customer, at) => groups.add(customers.codeOf(customer), at),
    addRows: groups.addRows,
  })
  const { occasion: _occasion, ...definition } = visited.definition
  const asOf = readInstant(definition.asOf, 'UTC', 'options.asOf')
  const gaps: Observation[] = []
  const instantsOf = groups.group(customers.texts.length)
  for (let code = 0; code < customers.texts.length; code += 1) {
    for (const gap of dayGaps(instantsOf(code), asOf, definition.timeZone)) gaps.push(gap)
  }
  const { figures, steps } = gapQuantile(gaps, 0.5, wanted)
  const closed = gaps.filter(({ event }) => event).map(({ time }) => time)
  return {
    metric: 'time-between-purchases',
    ...figures,
    ...(visited.excluded === undefined ? {} : { excluded: visited.excluded }),
    definition: { ...definition, caveats: [] },
    closed: closed.length,
    open: gaps.length - closed.length,
    meanClosed: closed.length === 0 ? null : closed.reduce((sum, days) => sum + days, 0) / closed.length,
    medianClosed: medianOf(closed),
    curve: steps.map(({ time, survival }) => ({ time, survival })),
  }
}

/** The middle value, or the mean of the two in the middle; null of none. */
function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
