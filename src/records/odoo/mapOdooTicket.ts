import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Ticket } from '../models/service.js'
import { isOdooBlank } from './isOdooBlank.js'
import { odooRules } from './odooRules.js'

/** Options of {@link mapOdooTicket}. */
export interface MapOdooTicketOptions extends MapperOptions {}

/**
 * Maps a ticket of Odoo (`helpdesk.ticket`, Enterprise) to a `Ticket`.
 *
 * Times without a zone are UTC, and a pair stands for its id or its name. The assignment is no reply: `assign_date` stays in
 * `extra`.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: every name. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapOdooTicket } from 'retention-okr/records'
 *
 * const row = { id: 4, partner_id: [4, 'Acme'], create_date: '2026-01-05 10:00:00', stage_id: [1, 'New'], close_date: false }
 * const result = mapOdooTicket(row)
 * result.status === 'ok' && [result.record.customerId, result.record.status] // => ['4', 'New']
 * ```
 * @since 0.1.0
 */
export const mapOdooTicket: (row: Row, options?: MapOdooTicketOptions) => RowResult<Ticket> =
  /* @__PURE__ */ createMapper<Ticket, MapOdooTicketOptions, Row>({
    source: 'odoo',
    object: 'ticket',
    model: 'ticket',
    columns: {
      id: 'id †',
      customerId: 'partner_id †',
      createdAt: 'create_date †',
      status: 'stage_id †',
      resolvedAt: 'close_date †',
    },
    rules: odooRules,
    isBlank: isOdooBlank,
  })
