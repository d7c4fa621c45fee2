import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Customer } from '../models/customer.js'

/** Options of {@link mapShopifyCustomer}. */
export interface MapShopifyCustomerOptions extends MapperOptions {}

/**
 * Maps a customer of Shopify to a `Customer`.
 *
 * `orders_count` and `total_spent` are sums over a lifetime: they stay in `extra` and are never inputs of a window. A shop
 * that knows its customers by e-mail has two customers for two addresses.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapShopifyCustomer } from 'retention-okr/records'
 *
 * const result = mapShopifyCustomer({ id: 41, created_at: '2026-01-05T10:00:00Z', email: ' Kim@Example.org' })
 * result.status === 'ok' && result.record.emailKey // => 'kim@example.org'
 * ```
 * @since 0.1.0
 */
export const mapShopifyCustomer: (row: Row, options?: MapShopifyCustomerOptions) => RowResult<Customer> =
  /* @__PURE__ */ createMapper<Customer, MapShopifyCustomerOptions, Row>({
    source: 'shopify',
    object: 'customer',
    model: 'customer',
    columns: { id: 'id', createdAt: 'created_at', emailKey: 'email' },
  })
