import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import { statusByWord } from '../mapping/statusByWord.js'
import type { Order } from '../models/order.js'
import { isOdooBlank } from './isOdooBlank.js'
import { odooRules } from './odooRules.js'

/** Options of {@link mapOdooSaleOrder}. */
export interface MapOdooSaleOrderOptions extends MapperOptions {}

/**
 * Maps an order of Odoo (`sale.order`) to an `Order`.
 *
 * Times without a zone are UTC, and a pair stands for its id or its name. What was given back stands on credit notes, not on
 * the order.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: every name and state. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapOdooSaleOrder } from 'retention-okr/records'
 *
 * const row = { name: 'S00012', date_order: '2026-01-05 10:00:00', state: 'sale', amount_total: 48.2, currency_id: [1, 'EUR'] }
 * const result = mapOdooSaleOrder(row)
 * result.status === 'ok' && [result.record.status, result.record.total] // => ['paid', '48.2']
 * ```
 * @since 0.1.0
 */
export const mapOdooSaleOrder: (row: Row, options?: MapOdooSaleOrderOptions) => RowResult<Order> =
  /* @__PURE__ */ createMapper<Order, MapOdooSaleOrderOptions, Row>({
    source: 'odoo',
    object: 'saleOrder',
    model: 'order',
    columns: {
      id: 'name †, id †',
      customerId: 'partner_id †',
      placedAt: 'date_order †',
      status: 'state †',
      total: 'amount_total †',
      currency: 'currency_id †',
    },
    rules: odooRules,
    isBlank: isOdooBlank,
    derive: { status: (reader) => statusByWord(reader, words) },
  })

const words = { cancelled: ['cancel'], open: ['draft', 'sent'], paid: ['sale', 'done'] }
