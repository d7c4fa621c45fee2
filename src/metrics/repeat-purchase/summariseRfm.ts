import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readInstant } from '../../calendar/readInstant.js'
import { readPeriod } from '../../calendar/readPeriod.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { Decimal, toDecimal } from '../../internal/decimal.js'
import { assertKnownOptions } from '../../internal/guards.js'
import { parseAmount } from '../../internal/parseAmount.js'
import type { Instant, Period } from '../../measurement.js'
import { orderAt, wideByRow } from '../../records/columns/orderRows.js'
import type { OrderMoney } from '../../records/columns/visitOrderColumns.js'
import type { Order, RecordSource } from '../../records/model.js'
import { createKeys } from '../../tally/createKeys.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { createSpendAccumulator } from './createSpendAccumulator.js'
import type { OrderOptions, RfmResult } from './model.js'
import { orderOptionNames, readOrderOptions, readPurchases } from './readPurchases.js'
import { type RfmScoringOptions, readScoring, rfmScoringNames } from './readScoring.js'
import { type RfmColumns, scoredRows } from './scoredRows.js'
import { spentRows } from './spentRows.js'
import { agreeingTally } from './visitPurchases.js'

/** Options of {@link summariseRfm}. */
export interface SummariseRfmOptions extends OrderOptions, RfmScoringOptions {
  /** Nothing later is known; required for orders. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** Only orders of this period, half-open, cut at `asOf`; default all. */
  readonly period?: Period | undefined
  /** `'trusted'`: the caller vouches that no id comes twice, and none is looked for; default `'check'`. */
  readonly duplicates?: 'check' | 'trusted' | undefined
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
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'period', ...orderOptionNames, ...rfmScoringNames])
  const scoring = readScoring(options)
  const read = isTally(source) ? ofTally(source, options) : ofOrders(source as RecordSource<Order>, options)
  const { excluded, period, occasion, isMixed } = read
  const definition = {
    ...read.definition,
    ...(period === undefined ? {} : { period: { start: isoText(period.start), end: isoText(period.end) } }),
  }
  const result = scoredRows(isMixed ? noCustomers : read.customers(), scoring)
  return {
    ...result,
    definition: { ...definition, occasion, ...result.definition, ...(isMixed ? { caveats: [] } : {}) },
    ...(excluded === undefined ? {} : { excluded }),
    ...(isMixed ? { reason: 'mixed_currency' as const } : {}),
  }
}

const noCustomers: RfmColumns = {
  customerIds: [],
  recencyDays: new Float64Array(0),
  frequency: new Float64Array(0),
  monetary: [],
}

function isoText(instant: number): string {
  return new Date(instant).toISOString()
}

interface Read {
  customers: () => RfmColumns
  /** Whether the purchases are of several currencies. */
  isMixed: boolean
  excluded: Record<string, number> | undefined
  period: Span | undefined
  occasion: 'order' | 'day'
  definition: Record<string, unknown>
}

interface Span {
  start: number
  end: number
}

function ofTally(source: Tally<object>, options: SummariseRfmOptions): Read {
  const tally = agreeingTally(source, options)
  const known = tally.definition as { asOf: string; timeZone: string; occasion: 'order' | 'day' }
  const { timeZone, occasion } = known
  const period = options.period && readPeriod(options.period, timeZone, 'options.period')
  const asOf = readInstant(known.asOf, 'UTC', 'options.asOf')
  const spent = createSpendAccumulator(createKeys('customers', source), { asOf, timeZone, occasion })
  const currencies = new Set<string>()
  for (const { key = '', rows = [] } of tally.cells) {
    for (const { at, net, currency } of rows as unknown as { at: number; net: string; currency: string }[]) {
      if (!isInside(at, period)) continue
      currencies.add(currency)
      const hundredths = parseAmount(net)
      spent.add(key, at, Number.isNaN(hundredths) ? new Decimal(net) : hundredths)
    }
  }
  const definition = { ...known }
  return {
    customers: spent.finish,
    isMixed: currencies.size > 1,
    excluded: tally.excluded,
    period,
    occasion,
    definition,
  }
}

function ofOrders(orders: RecordSource<Order>, options: SummariseRfmOptions): Read {
  const { timeZone = 'UTC', duplicates } = options
  assertTimeZone(timeZone)
  const { occasion, include, identity } = readOrderOptions(options)
  const asOf = readAsOf(options.asOf, timeZone)
  const period = options.period && readPeriod(options.period, timeZone, 'options.period')
  const exclusions = createExclusions()
  const spent = createSpendAccumulator(createKeys('customers', orders), { asOf, timeZone, occasion })
  let first: string | undefined
  let isMixed = false
  readPurchases(
    orders,
    { asOf, timeZone, include, identity, segmentBy: undefined, duplicates },
    {
      add: (customer, at, order, _segment, total, refunded) => {
        if (!isInside(at, period)) return
        const { currency } = order
        if (first === undefined) first = currency
        else if (currency !== first) isMixed = true
        const net = total - refunded
        spent.add(customer, at, Number.isNaN(net) ? netOf(order) : net)
      },
      addRows: (rows, columns) => {
        const own = spentRows(rows, columns, period)
        const wide = wideByRow(columns)
        isMixed = own.isMixed
        spent.addRows(rows, own.net, (row) => netOf(orderAt(columns, row, wide)))
      },
    },
    (reason, at) => {
      if (isInside(at, period)) exclusions.add(reason)
    },
  )
  const definition = { asOf: isoText(asOf), timeZone, occasion, include, identity }
  return { customers: spent.finish, isMixed, excluded: exclusions.result(), period, occasion, definition }
}

function netOf({ total, refunded }: OrderMoney): Decimal {
  return toDecimal(total, 'total').minus(toDecimal(refunded ?? 0, 'refunded'))
}

function isInside(at: number, period: Span | undefined): boolean {
  // A twin of columns whose place is not known counts anywhere: its instant is NaN.
  return period === undefined || !(at < period.start || at >= period.end)
}
