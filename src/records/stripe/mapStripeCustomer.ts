import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Customer } from '../models/customer.js'

/** Options of {@link mapStripeCustomer}. */
export interface MapStripeCustomerOptions extends MapperOptions {}

/**
 * Maps a customer of Stripe to a `Customer`.
 *
 * Times in seconds become epoch milliseconds.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapStripeCustomer } from 'retention-okr/records'
 *
 * const result = mapStripeCustomer({ id: 'cus_1', created: 1767607200, email: ' Ana@X.com ' })
 * result // => { status: 'ok', record: { id: 'cus_1', createdAt: 1767607200000, emailKey: 'ana@x.com' } }
 * ```
 * @since 0.1.0
 */
export const mapStripeCustomer: (row: Row, options?: MapStripeCustomerOptions) => RowResult<Customer> =
  /* @__PURE__ */ createMapper<Customer, MapStripeCustomerOptions, Row>({
    source: 'stripe',
    object: 'customer',
    model: 'customer',
    columns: { id: 'id', createdAt: 'created', emailKey: 'email' },
    rules: { epochSeconds: true },
  })
