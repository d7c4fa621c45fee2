import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readPeriods } from '../../calendar/readPeriods.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Order, OrderColumns, Periods, RecordSource, RecordStream } from '../../records/model.js'
import { type TallyOptions, tallyOptionNames } from '../../records/options.js'
import { isColumns } from '../../tally/isColumns.js'
import type { Tally } from '../../tally/model.js'
import { readSource } from '../../tally/readSource.js'
import { cutPeriods } from '../internal/periodCells.js'
import type { OrderInclusion } from '../repeat-purchase/model.js'
import {
  createPurchaseReader,
  orderSource,
  type PurchaseContext,
  type PurchaseSink,
  readOrderOptions,
  readPurchases,
  type VisitAnyPurchase,
} from '../repeat-purchase/readPurchases.js'
import { createRevenueAccumulator } from './createRevenueAccumulator.js'

/** Options of {@link tallyRevenue}. */
export interface TallyRevenueOptions extends TallyOptions<Order> {
  /** A period grid, or a list of periods, which may overlap; required. */
  readonly periods: Periods
  /** Orders counted although left out by default; default none. */
  readonly include?: readonly OrderInclusion[] | undefined
}

/**
 * Tallies the exact money of orders by period, segment and currency.
 *
 * Counts of orders and sums of gross, refunded and net (gross − refunded): two currencies are two cells, never a sum.
 * Orders without a customer count, since guests pay too. Any split of the orders merges; periods are cut at `asOf`, and
 * one without orders has no cell.
 *
 * @param orders - the orders, in any order
 * @param options - periods, instant of knowledge, zone, which orders count, segments
 * @returns a tally of kind `revenue`, its cells keyed by currency with `counts.orders` and exact `amounts`; left out:
 * `duplicate`, `future`, `test`, `cancelled`, `failed`, `refunded`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for one id with two contents
 * @throws {@link RetentionOkrError} INVALID_AMOUNT, INVALID_INSTANT, INVALID_INPUT for an order, with its path
 * @throws {@link RetentionOkrError} INVALID_PERIOD, INVALID_OPTION, INVALID_TIME_ZONE
 * @example
 * ```ts
 * import { tallyRevenue } from 'retention-okr/metrics'
 *
 * const order = { placedAt: '2024-06-05', status: 'paid', currency: 'EUR' } as const
 * const orders = [
 *   { ...order, id: '1', total: '10.00' },
 *   { ...order, id: '2', total: '5.50', refunded: '1.25' },
 * ]
 * const periods = [{ start: '2024-06-01', end: '2024-07-01' }]
 * const [june] = tallyRevenue(orders, { asOf: '2024-07-01', periods }).cells
 * june?.amounts // => { gross: '15.50', refunded: '1.25', net: '14.25' }
 * ```
 * @since 0.1.0
 */
export function tallyRevenue(orders: RecordSource<Order>, options: TallyRevenueOptions): Tally
/**
 * Tallies the exact money of a stream of orders, or of batches of orders.
 *
 * @param stream - the orders; a batch is done before the next is asked for
 * @param options - periods, instant of knowledge, zone, which orders count, segments
 * @returns a Promise of the tally, which carries every error
 */
export function tallyRevenue(stream: RecordStream<Order>, options: TallyRevenueOptions): Promise<Tally>
export function tallyRevenue(
  source: RecordSource<Order> | RecordStream<Order>,
  options: TallyRevenueOptions,
): Tally | Promise<Tally> {
  if (isColumns(source)) {
    const { context, sink, leaveOut, finish } = revenuePlan(source, options)
    readPurchases(source, context, sink, leaveOut)
    return finish()
  }
  return readSource(source, orderSource, () => {
    const { context, sink, leaveOut, finish } = revenuePlan(source, options)
    return { add: createPurchaseReader(source, context, sink.add, leaveOut), finish }
  })
}

/** How orders become money by period: what is read, and what is done with it. */
interface RevenuePlan {
  context: PurchaseContext
  sink: PurchaseSink
  leaveOut: (reason: string) => void
  finish: () => Tally
}

function revenuePlan(source: object, options: TallyRevenueOptions): RevenuePlan {
  assertKnownOptions(options, [...tallyOptionNames, 'periods', 'include'])
  const { timeZone = 'UTC', segmentBy, duplicates } = options
  assertTimeZone(timeZone)
  const { include } = readOrderOptions({ include: options.include })
  // Whose an order is does not matter: columns of any identity will do.
  const identity = isColumns(source) ? (source as OrderColumns).identity : 'customerId'
  const asOf = readAsOf(options.asOf, timeZone)
  const periods = cutPeriods(readPeriods(options.periods, timeZone, 'options.periods'), asOf)
  const exclusions = createExclusions()
  const revenue = createRevenueAccumulator(periods)
  const add: VisitAnyPurchase = (_customer, at, order, segment, total, refunded, index) =>
    revenue.add(at, segment, order, total, refunded, index)
  const definition = {
    asOf: new Date(asOf).toISOString(),
    timeZone,
    include,
    ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
  }
  return {
    context: { asOf, timeZone, include, identity, segmentBy, duplicates, guests: true },
    sink: { add, addRows: (rows, columns) => revenue.addRows(rows, columns, segmentBy !== undefined) },
    leaveOut: (reason) => exclusions.add(reason),
    finish: () => {
      const cells = revenue.finish(timeZone)
      const excluded = exclusions.result()
      return { kind: 'revenue', definition, cells, ...(excluded === undefined ? {} : { excluded }) }
    },
  }
}
