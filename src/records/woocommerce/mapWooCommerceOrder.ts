import { createMapper } from '../mapping/createMapper.js'
import type { RowReader } from '../mapping/createRowReader.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import { cellIn, readList } from '../mapping/nested.js'
import { readLine, refundedInFull, sumOfAmounts } from '../mapping/orderAmounts.js'
import { statusByWord } from '../mapping/statusByWord.js'
import type { Order } from '../models/order.js'

/** Options of {@link mapWooCommerceOrder}. */
export interface MapWooCommerceOrderOptions extends MapperOptions {}

/**
 * Maps an order of WooCommerce to an `Order`.
 *
 * Only the `_gmt` dates count, the others are the site's time. Customer 0 is a guest. Refunds that are listed as rows of
 * their own are skipped (`'other_type'`). A refunded order is `paid`, with at least its total as `refunded`; a list of
 * refunds that is empty gave back nothing, no list is not known.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapWooCommerceOrder } from 'retention-okr/records'
 *
 * const row = { id: 501, status: 'completed', currency: 'EUR', total: '48.20', customer_id: 0, billing: { email: 'A@b.co' } }
 * const result = mapWooCommerceOrder({ ...row, date_created_gmt: '2026-01-05T10:00:00', refunds: [{ total: '-15.00' }] })
 * result.status === 'ok' && [result.record.emailKey, result.record.refunded] // => ['a@b.co', '15.00']
 * ```
 * @since 0.1.0
 */
export const mapWooCommerceOrder: (row: Row, options?: MapWooCommerceOrderOptions) => RowResult<Order> =
  /* @__PURE__ */ createMapper<Order, MapWooCommerceOrderOptions, Row>({
    source: 'woocommerce',
    object: 'order',
    model: 'order',
    columns: {
      id: 'id',
      customerId: 'customer_id',
      emailKey: 'billing.email',
      placedAt: 'date_created_gmt',
      status: 'status',
      total: 'total',
      refunds: 'refunds',
      currency: 'currency',
      lineItems: 'line_items',
      type: 'type',
    },
    rules: { fixedZone: 'UTC' },
    skip: (reader) =>
      ['', 'shop_order'].includes(String(reader.peek('type', { kind: 'text' }) ?? '')) ? undefined : 'other_type',
    derive: {
      customerId: readCustomer,
      status: (reader) => statusByWord(reader, words),
      refunded: readRefunded,
      lines: readLines,
    },
  })

const words = {
  cancelled: ['cancelled', 'trash'],
  failed: ['failed'],
  open: ['pending', 'on-hold'],
  paid: ['processing', 'completed', 'refunded'],
}

function readCustomer(reader: RowReader): unknown {
  const id = reader.read('customerId', { kind: 'id' })
  return id === '0' ? undefined : id
}

function readRefunded(reader: RowReader): unknown {
  const { column } = reader.cell('refunds')
  const cells = readList(reader, 'refunds', 'refunded')?.map((refund) => cellIn(refund, 'total', column))
  const listed = cells === undefined ? undefined : sumOfAmounts(reader, cells, 'refunded')
  return reader.valueOf('status') === 'refunded' ? refundedInFull(reader, listed) : listed
}

function readLines(reader: RowReader): unknown {
  const { column } = reader.cell('lineItems')
  return readList(reader, 'lineItems', 'lines')?.map((line) =>
    readLine(reader, { quantity: cellIn(line, 'quantity', column), price: cellIn(line, 'total', column) }),
  )
}
