import { assertOneOf } from '../../internal/guards.js'
import { createMapper } from '../mapping/createMapper.js'
import type { RowReader } from '../mapping/createRowReader.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import { cellIn, readList, rowsOf } from '../mapping/nested.js'
import { readLine, refundedInFull, sumOfAmounts } from '../mapping/orderAmounts.js'
import type { Order } from '../models/order.js'
import { isRefunded, shopifyStatus } from './shopifyStatus.js'

/** Options of {@link mapShopifyOrder}. */
export interface MapShopifyOrderOptions extends MapperOptions {
  /** Which date an order was placed at; default `'processed_at'`. */
  readonly dateField?: 'processed_at' | 'created_at' | undefined
}

/**
 * Maps an order of the Shopify API to an `Order`.
 *
 * The two dates differ for imported orders: reports of Shopify go by `processed_at`, which is the default. A refunded order
 * is `paid`, with at least its total as `refunded`; a list of refunds that is empty gave back nothing, no list is not known.
 * Transactions that failed or are no refund gave nothing back. A line is price x quantity - discount.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: the values of `financial_status`. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapShopifyOrder } from 'retention-okr/records'
 *
 * const row = { id: 900, processed_at: '2026-01-05T10:00:00Z', financial_status: 'paid', total_price: '53.90', currency: 'EUR' }
 * const refunds = [{ transactions: [{ kind: 'refund', status: 'success', amount: '10.00' }] }]
 * const result = mapShopifyOrder({ ...row, refunds })
 * result.status === 'ok' && [result.record.total, result.record.refunded] // => ['53.90', '10.00']
 * ```
 * @since 0.1.0
 */
export const mapShopifyOrder: (row: Row, options?: MapShopifyOrderOptions) => RowResult<Order> =
  /* @__PURE__ */ createMapper<Order, MapShopifyOrderOptions, Row>({
    source: 'shopify',
    object: 'order',
    model: 'order',
    columns: {
      id: 'id',
      customerId: 'customer_id, customer.id',
      emailKey: 'email',
      placedAt: 'processed_at',
      status: 'financial_status †',
      cancelledAt: 'cancelled_at',
      total: 'total_price',
      refunds: 'refunds',
      currency: 'currency',
      isTest: 'test',
      lineItems: 'line_items',
    },
    chosenColumns: ({ dateField }) => ({ placedAt: dateField ?? 'processed_at' }),
    reads: ['processed_at', 'created_at'],
    options: ['dateField'],
    checkOptions: ({ dateField }) => {
      if (dateField !== undefined) assertOneOf(dateField, ['processed_at', 'created_at'], 'options.dateField')
    },
    derive: {
      status: shopifyStatus,
      refunded: readRefunded,
      lines: readLines,
    },
  })

function readRefunded(reader: RowReader): unknown {
  const refunds = readList(reader, 'refunds', 'refunded')
  const listed = refunds === undefined ? undefined : sumOfRefunds(reader, refunds)
  return isRefunded(reader) ? refundedInFull(reader, listed) : listed
}

function sumOfRefunds(reader: RowReader, refunds: readonly Record<string, unknown>[]): unknown {
  const { column } = reader.cell('refunds')
  const lists = refunds.map(({ transactions }) => (Array.isArray(transactions) ? transactions : []))
  const given = rowsOf(reader, lists.flat(), `${column}.transactions`, 'refunded').filter(
    ({ kind, status }) => kind === 'refund' && (status === undefined || status === null || status === 'success'),
  )
  const cells = given.map((transaction) => cellIn(transaction, 'amount', `${column}.transactions`))
  return sumOfAmounts(reader, cells, 'refunded')
}

function readLines(reader: RowReader): unknown {
  const { column } = reader.cell('lineItems')
  const lines = readList(reader, 'lineItems', 'lines')?.map((line) =>
    readLine(reader, {
      quantity: cellIn(line, 'quantity', column),
      price: cellIn(line, 'price', column),
      discount: cellIn(line, 'total_discount', column),
    }),
  )
  return lines
}
