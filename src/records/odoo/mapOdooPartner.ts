import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Customer } from '../models/customer.js'
import { isOdooBlank } from './isOdooBlank.js'
import { odooRules } from './odooRules.js'

/** Options of {@link mapOdooPartner}. */
export interface MapOdooPartnerOptions extends MapperOptions {}

/**
 * Maps a partner of Odoo (`res.partner`) to a `Customer`.
 *
 * Times without a zone are UTC; `false` is blank.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: `email`. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapOdooPartner } from 'retention-okr/records'
 *
 * const result = mapOdooPartner({ id: 4, create_date: '2026-01-05 10:00:00', email: false })
 * result // => { status: 'ok', record: { id: '4', createdAt: '2026-01-05T10:00:00Z' } }
 * ```
 * @since 0.1.0
 */
export const mapOdooPartner: (row: Row, options?: MapOdooPartnerOptions) => RowResult<Customer> =
  /* @__PURE__ */ createMapper<Customer, MapOdooPartnerOptions, Row>({
    source: 'odoo',
    object: 'partner',
    model: 'customer',
    columns: { id: 'id', createdAt: 'create_date', emailKey: 'email †' },
    rules: odooRules,
    isBlank: isOdooBlank,
  })
