import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { dayNumber } from '../../calendar/dayNumber.js'
import { localDay } from '../../calendar/localDay.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readInstant } from '../../calendar/readInstant.js'
import { readPeriod } from '../../calendar/readPeriod.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { Decimal, toDecimal } from '../../internal/decimal.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Instant, Period } from '../../measurement.js'
import type { Order, RecordSource } from '../../records/model.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { tallyOf } from './countPurchases.js'
import type { OrderOptions, RfmResult } from './model.js'
import { occasionsOf, orderOptionNames, readOrderOptions, readPurchases } from './readPurchases.js'
import { type RfmScoringOptions, readScoring, rfmScoringNames } from './readScoring.js'
import { type RfmValues, scoredRows } from './scoreRfm.js'

/** Options of {@link summariseRfm}. */
export interface SummariseRfmOptions extends OrderOptions, RfmScoringOptions {
  /** Nothing later is known; required for orders. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** Only orders of this period, half-open, cut at `asOf`; default all. */
  readonly period?: Period | undefined
}

/**
 * Summarises customers by recency, frequency and monetary value (RFM), with scores and segments.
 *
 * Recency is the number of local days from the last occasion to `asOf`, frequency the number of occasions, monetary value
 * `Σ(total − refunded)` of the counted orders; all of them within the period when one is given, whose other customers are
 * not listed. Scored as by {@link scoreRfm}.
 *
 * @param source - orders, or their tally of kind `purchases`
 * @param options - instant of knowledge, period, which orders count and whose they are, scoring
 * @returns rows by customer id; none, with reason `mixed_currency`, for orders of several currencies, `empty_base` without
 * orders; left out: `duplicate`, `future`, `test`, `cancelled`, `failed`, `refunded`, `no_customer`
 * @throws {@link RetentionOkrError} TIE_BREAKER_REQUIRED for `ntile` without a tie breaker
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, INVALID_AMOUNT,
 * CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { summariseRfm } from 'retention-okr/metrics'
 *
 * const order = { status: 'paid', currency: 'EUR' } as const
 * const { rows } = summariseRfm(
 *   [
 *     { ...order, id: '1', customerId: 'a', placedAt: '2024-04-05', total: 30 },
 *     { ...order, id: '2', customerId: 'a', placedAt: '2024-06-21', total: 20, refunded: 5 },
 *     { ...order, id: '3', customerId: 'b', placedAt: '2024-01-15', total: 10 },
 *   ],
 *   { asOf: '2024-07-01' },
 * )
 * rows[0]?.recencyDays // => 10
 * rows[0]?.monetary // => '45.00'
 * rows[0]?.segment // => 'loyal'
 * ```
 * @since 0.1.0
 */
export function summariseRfm(source: RecordSource<Order> | Tally<object>, options: SummariseRfmOptions): RfmResult {
  assertKnownOptions(options, ['asOf', 'timeZone', 'period', ...orderOptionNames, ...rfmScoringNames])
  const scoring = readScoring(options)
  const read = isTally(source) ? ofTally(source, options) : ofOrders(source as RecordSource<Order>, options)
  const { excluded, period, occasion } = read
  const currencies = new Set([...read.customers.values()].flatMap(({ currency }) => [...currency]))
  const definition = {
    ...read.definition,
    ...(period === undefined ? {} : { period: { start: isoText(period.start), end: isoText(period.end) } }),
  }
  const isMixed = currencies.size > 1
  const result = scoredRows(isMixed ? [] : [...read.customers].map(([id, spent]) => valuesOf(id, spent, read)), scoring)
  return {
    ...result,
    definition: { ...definition, occasion, ...result.definition, ...(isMixed ? { caveats: [] } : {}) },
    ...(excluded === undefined ? {} : { excluded }),
    ...(isMixed ? { reason: 'mixed_currency' as const } : {}),
  }
}

function isoText(instant: number): string {
  return new Date(instant).toISOString()
}

/** The purchases of one customer that count. */
interface Spent {
  instants: number[]
  net: Decimal
  currency: Set<string>
}

interface Read {
  customers: Map<string, Spent>
  excluded: Record<string, number> | undefined
  period: { start: number; end: number } | undefined
  asOf: number
  timeZone: string
  occasion: 'order' | 'day'
  definition: Record<string, unknown>
}

function valuesOf(customerId: string, { instants, net }: Spent, { asOf, timeZone, occasion }: Read): RfmValues {
  const last = instants.reduce((latest, at) => Math.max(latest, at), Number.NEGATIVE_INFINITY)
  return {
    customerId,
    recencyDays: dayNumber(localDay(asOf, timeZone)) - dayNumber(localDay(last, timeZone)),
    frequency: occasionsOf(instants, occasion, timeZone).length,
    monetary: net,
  }
}

function ofTally(source: Tally<object>, options: SummariseRfmOptions): Read {
  const tally = tallyOf(source, options)
  const known = tally.definition as { asOf: string; timeZone: string; occasion: 'order' | 'day' }
  const { timeZone, occasion } = known
  const period = options.period && readPeriod(options.period, timeZone, 'options.period')
  const customers = new Map<string, Spent>()
  for (const { key = '', rows = [] } of tally.cells) {
    for (const { at, net, currency } of rows as unknown as { at: number; net: string; currency: string }[]) {
      addPurchase(customers, key, { at, net: new Decimal(net), currency }, period)
    }
  }
  const asOf = readInstant(known.asOf, 'UTC', 'options.asOf')
  return { customers, excluded: tally.excluded, period, asOf, timeZone, occasion, definition: { ...known } }
}

function ofOrders(orders: RecordSource<Order>, options: SummariseRfmOptions): Read {
  const { timeZone = 'UTC' } = options
  assertTimeZone(timeZone)
  const { occasion, include, identity } = readOrderOptions(options)
  const asOf = readAsOf(options.asOf, timeZone)
  const period = options.period && readPeriod(options.period, timeZone, 'options.period')
  const exclusions = createExclusions()
  const customers = new Map<string, Spent>()
  readPurchases(
    orders,
    { asOf, timeZone, include, identity, segmentBy: undefined },
    ({ customer, at, order }) => {
      const net = toDecimal(order.total, 'total').minus(toDecimal(order.refunded ?? 0, 'refunded'))
      addPurchase(customers, customer, { at, net, currency: order.currency }, period)
    },
    (reason, at) => {
      if (isInside(at, period)) exclusions.add(reason)
    },
  )
  const definition = { asOf: isoText(asOf), timeZone, occasion, include, identity }
  return { customers, excluded: exclusions.result(), period, asOf, timeZone, occasion, definition }
}

function addPurchase(
  customers: Map<string, Spent>,
  customer: string,
  purchase: { at: number; net: Decimal; currency: string },
  period: { start: number; end: number } | undefined,
): void {
  if (!isInside(purchase.at, period)) return
  const spent = customers.get(customer) ?? { instants: [], net: new Decimal(0), currency: new Set<string>() }
  spent.instants.push(purchase.at)
  spent.net = spent.net.plus(purchase.net)
  spent.currency.add(purchase.currency)
  customers.set(customer, spent)
}

function isInside(at: number, period: { start: number; end: number } | undefined): boolean {
  // A twin of columns whose place is not known counts anywhere: its instant is NaN.
  return period === undefined || !(at < period.start || at >= period.end)
}
