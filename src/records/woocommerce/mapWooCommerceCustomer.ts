import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Customer } from '../models/customer.js'

/** Options of {@link mapWooCommerceCustomer}. */
export interface MapWooCommerceCustomerOptions extends MapperOptions {}

/**
 * Maps a customer of WooCommerce to a `Customer`.
 *
 * Only the `_gmt` date counts, the other one is the site's time.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapWooCommerceCustomer } from 'retention-okr/records'
 *
 * const result = mapWooCommerceCustomer({ id: 7, date_created_gmt: '2026-01-05T10:00:00', email: 'kim@example.org' })
 * result.status === 'ok' && result.record.createdAt // => '2026-01-05T10:00:00Z'
 * ```
 * @since 0.1.0
 */
export const mapWooCommerceCustomer: (row: Row, options?: MapWooCommerceCustomerOptions) => RowResult<Customer> =
  /* @__PURE__ */ createMapper<Customer, MapWooCommerceCustomerOptions, Row>({
    source: 'woocommerce',
    object: 'customer',
    model: 'customer',
    columns: { id: 'id', createdAt: 'date_created_gmt', emailKey: 'email' },
    rules: { fixedZone: 'UTC' },
  })
