import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Ticket } from '../models/service.js'

/** Options of {@link mapHubspotTicket}. */
export interface MapHubspotTicketOptions extends MapperOptions {}

/**
 * Maps a ticket of HubSpot to a `Ticket`.
 *
 * The customer is an association, not a column of the ticket: `columns: { customerId: … }` must name where the export has
 * it, else every row is bad (`missing`).
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: `hs_object_id`. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapHubspotTicket } from 'retention-okr/records'
 *
 * const row = { hs_object_id: '31', createdate: '2026-01-05T10:00:00Z', hs_pipeline_stage: '4', company: 'c7' }
 * const result = mapHubspotTicket(row, { columns: { customerId: 'company' } })
 * result.status === 'ok' && result.record.customerId // => 'c7'
 * mapHubspotTicket(row).status // => 'bad'
 * ```
 * @since 0.1.0
 */
export const mapHubspotTicket: (row: Row, options?: MapHubspotTicketOptions) => RowResult<Ticket> =
  /* @__PURE__ */ createMapper<Ticket, MapHubspotTicketOptions, Row>({
    source: 'hubspot',
    object: 'ticket',
    model: 'ticket',
    columns: {
      id: 'hs_object_id †',
      createdAt: 'createdate',
      status: 'hs_pipeline_stage',
      firstReplyAt: 'first_agent_reply_date',
      resolvedAt: 'closed_date',
      priority: 'hs_ticket_priority',
      category: 'hs_ticket_category',
    },
  })
