import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Return } from '../models/order.js'

/** Options of {@link mapShopifyReturn}. */
export interface MapShopifyReturnOptions extends MapperOptions {}

/**
 * Maps a return of Shopify to a `Return`.
 *
 * A return that was only requested, declined or canceled is skipped (`'other_type'`; the column is `state` in `columns`).
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: `created_at`. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapShopifyReturn } from 'retention-okr/records'
 *
 * const row = { id: 5, order_id: 900, status: 'open', total_quantity: 2, created_at: '2026-01-05T10:00:00Z' }
 * const result = mapShopifyReturn(row)
 * result.status === 'ok' && result.record.quantity // => 2
 * mapShopifyReturn({ ...row, status: 'DECLINED' }).status // => 'skipped'
 * ```
 * @since 0.1.0
 */
export const mapShopifyReturn: (row: Row, options?: MapShopifyReturnOptions) => RowResult<Return> =
  /* @__PURE__ */ createMapper<Return, MapShopifyReturnOptions, Row>({
    source: 'shopify',
    object: 'return',
    model: 'return',
    columns: { id: 'id', orderId: 'order_id', createdAt: 'created_at †', quantity: 'total_quantity', state: 'status' },
    skip: (reader) =>
      ['requested', 'declined', 'canceled'].includes(String(reader.peek('state', { kind: 'channel' })))
        ? 'other_type'
        : undefined,
  })
