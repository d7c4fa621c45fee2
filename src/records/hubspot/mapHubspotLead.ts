import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Lead } from '../models/sales.js'

/** Options of {@link mapHubspotLead}. */
export interface MapHubspotLeadOptions extends MapperOptions {}

/**
 * Maps a contact or lead of HubSpot to a `Lead`.
 *
 * An owner column that is there but blank says that nobody owns the lead; no such column, that it is not known. Lifecycle
 * stages can be renamed by the portal, and the date of becoming a customer is cleared when the stage is set back: a stage
 * history is the better source.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: `hs_object_id`, `hs_lead_status`,
 * `hubspot_owner_assigneddate`, `hs_lifecyclestage_customer_date`. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapHubspotLead } from 'retention-okr/records'
 *
 * const row = { hs_object_id: 11, createdate: '2026-01-05T10:00:00Z', hubspot_owner_id: '', email: 'kim@example.org' }
 * const result = mapHubspotLead(row)
 * result.status === 'ok' && result.record.ownerId // => null
 * result.status === 'ok' && result.record.fields // => { email: 'kim@example.org' }
 * ```
 * @since 0.1.0
 */
export const mapHubspotLead: (row: Row, options?: MapHubspotLeadOptions) => RowResult<Lead> =
  /* @__PURE__ */ createMapper<Lead, MapHubspotLeadOptions, Row>({
    source: 'hubspot',
    object: 'lead',
    model: 'lead',
    columns: {
      id: 'hs_object_id †',
      createdAt: 'createdate, hs_createdate',
      source: 'hs_analytics_source',
      status: 'hs_lead_status †, lifecyclestage',
      ownerId: 'hubspot_owner_id',
      assignedAt: 'hubspot_owner_assigneddate †',
      convertedAt: 'hs_lifecyclestage_customer_date †',
      'fields.email': 'email',
      'fields.phone': 'phone',
    },
  })
