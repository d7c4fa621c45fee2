import { assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { FieldArrays, OrderColumns, RecordSource, RecordStream } from '../models/columns.js'
import type { Order } from '../models/order.js'
import { checkOrderColumns } from './checkOrderColumns.js'
import { type EncodeOptions, encodeOptionNames } from './encodeOptions.js'
import { encodeSource } from './encodeSource.js'
import { orderFeed } from './orderFeed.js'

/** Options of {@link encodeOrders}. */
export interface EncodeOrdersOptions extends EncodeOptions {
  /** What identifies a customer; default `'customerId'`. */
  readonly identity?: 'customerId' | 'email' | undefined
}

/**
 * Encodes orders as typed columns, to be counted many times: every text is read once.
 *
 * 22 bytes a row and the customers, where rows are objects of hundreds. Functions that take orders take these columns
 * and give the same figures, when they are asked with the zone, identity and segments of the encoding; functions that
 * take activity take them too, each purchase as one event. Ids are checked here and not kept: a keyed tally of columns
 * has rows without ids, which a merge never unites. Columns that come back from another thread are checked and returned.
 *
 * @param source - orders, a stream of orders or of batches, plain arrays of their fields, or columns
 * @param options - zone of bare days, identity, segments, periods, who answers for ids
 * @returns columns of orders; left out: `duplicate`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for one id with two contents
 * @throws {@link RetentionOkrError} INVALID_AMOUNT, INVALID_INSTANT, INVALID_INPUT for a field, with its path, or for
 * arrays of unequal length
 * @throws {@link RetentionOkrError} TOO_LARGE for more than 16,777,216 customers, 65,536 segments or currencies, or
 * 32,767 periods
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_TIME_ZONE for an option
 * @example
 * ```ts
 * import { countPurchases, tallyRevenue } from 'retention-okr/metrics'
 * import { encodeOrders } from 'retention-okr/records'
 *
 * const order = { customerId: 'c', status: 'paid', currency: 'EUR' } as const
 * const columns = encodeOrders([
 *   { ...order, id: '1', placedAt: '2024-06-05', total: '12.34' },
 *   { ...order, id: '2', placedAt: '2024-06-09', total: '5.50', refunded: '1.25' },
 * ])
 * columns.customers // => ['c']
 * const periods = [{ start: '2024-06-01', end: '2024-07-01' }]
 * countPurchases(columns, { asOf: '2024-07-01', periods }).cells[0]?.counts.repeatBuyers // => 1
 * tallyRevenue(columns, { asOf: '2024-07-01', periods }).cells[0]?.amounts?.['net'] // => '16.59'
 * ```
 * @since 0.1.0
 */
export function encodeOrders(
  source: RecordSource<Order> | FieldArrays<Order>,
  options?: EncodeOrdersOptions,
): OrderColumns
/**
 * Encodes a stream of orders, or of batches of orders, as typed columns.
 *
 * @param stream - the orders; a batch is done before the next is asked for
 * @param options - zone of bare days, identity, segments, periods, who answers for ids
 * @returns a Promise of the columns, which carries every error
 */
export function encodeOrders(stream: RecordStream<Order>, options?: EncodeOrdersOptions): Promise<OrderColumns>
export function encodeOrders(
  source: RecordSource<Order> | FieldArrays<Order> | RecordStream<Order>,
  options: EncodeOrdersOptions = {},
): OrderColumns | Promise<OrderColumns> {
  return encodeSource<Order, OrderColumns>(source, {
    name: 'orders',
    kind: 'orders',
    required: ['placedAt', 'total'],
    start: (has) => orderFeed(options, identityOf(options), has),
    check: (columns) => {
      identityOf(options)
      return checkOrderColumns(columns as OrderColumns, options)
    },
  })
}

function identityOf(options: EncodeOrdersOptions): 'customerId' | 'email' {
  assertKnownOptions(options, [...encodeOptionNames, 'identity'])
  const { identity = 'customerId' } = options
  assertOneOf(identity, ['customerId', 'email'], 'options.identity')
  return identity
}
