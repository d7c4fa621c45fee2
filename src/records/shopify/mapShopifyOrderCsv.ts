import { assertOneOf } from '../../internal/guards.js'
import { isBlankCell } from '../mapping/cells.js'
import { createMapper } from '../mapping/createMapper.js'
import type { RowReader } from '../mapping/createRowReader.js'
import { textOf } from '../mapping/decodeCell.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import { readLine, refundedInFull } from '../mapping/orderAmounts.js'
import type { Order } from '../models/order.js'
import { isRefunded, shopifyStatus } from './shopifyStatus.js'

/** Options of {@link mapShopifyOrderCsv}. */
export interface MapShopifyOrderCsvOptions extends MapperOptions {
  /** Which date an order was placed at; `'paid_at'` is blank while it is unpaid. Default `'created_at'`. */
  readonly dateField?: 'created_at' | 'paid_at' | undefined
}

/**
 * Maps the rows of one order of a Shopify CSV export to an `Order`.
 *
 * The export writes a row a line: group it first, `groupRows(rows, 'Name')`. Each field comes from the first row that has it;
 * a row without a quantity is no line. Two ids in one group are a problem, not two orders. A line is price x quantity -
 * discount.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: every column and the values of
 * `Financial Status`. `columns` replaces any name.
 *
 * @param row Rows of one order, or its only row.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapShopifyOrderCsv } from 'retention-okr/records'
 *
 * const first = { Id: '7001', Name: '#1', 'Created at': '2026-01-05 10:00:00 +0100', 'Financial Status': 'paid', Total: '43.90' }
 * const rows = [
 *   { ...first, Currency: 'EUR', 'Lineitem quantity': '2', 'Lineitem price': '12.00' },
 *   { Name: '#1', 'Lineitem quantity': '1', 'Lineitem price': '19.90' },
 * ]
 * const result = mapShopifyOrderCsv(rows)
 * result.status === 'ok' && result.record.lines // => [{ quantity: 2, amount: '24.00' }, { quantity: 1, amount: '19.90' }]
 * ```
 * @since 0.1.0
 */
export const mapShopifyOrderCsv: (row: Row | readonly Row[], options?: MapShopifyOrderCsvOptions) => RowResult<Order> =
  /* @__PURE__ */ createMapper<Order, MapShopifyOrderCsvOptions, Row | readonly Row[]>({
    source: 'shopify',
    object: 'orderCsv',
    model: 'order',
    columns: {
      id: 'Id †, Name †',
      emailKey: 'Email †',
      placedAt: 'Created at †',
      status: 'Financial Status †',
      cancelledAt: 'Cancelled at †',
      total: 'Total †',
      refunded: 'Refunded Amount †',
      currency: 'Currency †',
      lineQuantity: 'Lineitem quantity †',
      linePrice: 'Lineitem price †',
      lineDiscount: 'Lineitem discount †',
    },
    chosenColumns: ({ dateField }) => ({ placedAt: dateField === 'paid_at' ? 'Paid at †' : 'Created at †' }),
    reads: ['Paid at', 'Created at', 'Id', 'Name'],
    options: ['dateField'],
    checkOptions: ({ dateField }) => {
      if (dateField !== undefined) assertOneOf(dateField, ['created_at', 'paid_at'], 'options.dateField')
    },
    takesGroups: true,
    derive: {
      id: readId,
      status: shopifyStatus,
      refunded(reader) {
        const listed = reader.read('refunded', { kind: 'amount' })
        return isRefunded(reader) ? refundedInFull(reader, listed) : listed
      },
      lines: readLines,
    },
  })

/** The id of the order; a second one in its rows means that two orders are in one group. */
function readId(reader: RowReader): unknown {
  const id = reader.read('id', { kind: 'id', required: true })
  const ids = reader.perRow('id', 0)
  const first = ids.find(({ value }) => !isBlankCell(value))
  const other = ids.find(({ value }) => !isBlankCell(value) && textOf(value) !== textOf(first?.value))
  return other === undefined ? id : reader.report('id', 'unknown_value', other)
}

function readLines(reader: RowReader): unknown {
  const [prices, discounts] = [reader.perRow('linePrice'), reader.perRow('lineDiscount')]
  const lines = reader.perRow('lineQuantity').flatMap((quantity, index) => {
    const [price, discount] = [prices[index], discounts[index]]
    if (isBlankCell(quantity.value) || price === undefined || discount === undefined) return []
    return [readLine(reader, { quantity, price, discount })]
  })
  return lines.length === 0 ? undefined : lines
}
