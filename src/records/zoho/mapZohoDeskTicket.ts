import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Ticket } from '../models/service.js'
import { zohoRules } from './zohoRules.js'

/** Options of {@link mapZohoDeskTicket}. */
export interface MapZohoDeskTicketOptions extends MapperOptions {}

/**
 * Maps a ticket of Zoho Desk to a `Ticket`.
 *
 * Whose response `customerResponseTime` is has not been confirmed: it stays in `extra` and is no first reply.
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
 * import { mapZohoDeskTicket } from 'retention-okr/records'
 *
 * const row = { id: '9', contactId: 'k1', createdTime: '2026-01-05T10:00:00.000Z', status: 'Open', closedTime: null }
 * const result = mapZohoDeskTicket(row)
 * result.status === 'ok' && result.record.customerId // => 'k1'
 * ```
 * @since 0.1.0
 */
export const mapZohoDeskTicket: (row: Row, options?: MapZohoDeskTicketOptions) => RowResult<Ticket> =
  /* @__PURE__ */ createMapper<Ticket, MapZohoDeskTicketOptions, Row>({
    source: 'zoho',
    object: 'deskTicket',
    model: 'ticket',
    columns: {
      id: 'id †',
      customerId: 'contactId †',
      createdAt: 'createdTime †',
      status: 'status †',
      resolvedAt: 'closedTime †',
    },
    rules: zohoRules,
  })
