import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Lead } from '../models/sales.js'

/** Options of {@link mapSalesforceLead}. */
export interface MapSalesforceLeadOptions extends MapperOptions {}

/**
 * Maps a lead of Salesforce, by connector or API names, to a `Lead`.
 *
 * When the lead was assigned is in the field history, not on the row: give the history to the metric, or name a column in
 * `columns`. The conversion date is a day.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: the API names (`Id`, `CreatedDate` …). `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapSalesforceLead } from 'retention-okr/records'
 *
 * const row = { Id: '00Q1', CreatedDate: '2026-01-05T10:00:00.000+0000', OwnerId: '0051', Email: 'kim@example.org' }
 * const result = mapSalesforceLead(row)
 * result.status === 'ok' && result.record.createdAt // => '2026-01-05T10:00:00Z'
 * ```
 * @since 0.1.0
 */
export const mapSalesforceLead: (row: Row, options?: MapSalesforceLeadOptions) => RowResult<Lead> =
  /* @__PURE__ */ createMapper<Lead, MapSalesforceLeadOptions, Row>({
    source: 'salesforce',
    object: 'lead',
    model: 'lead',
    columns: {
      id: 'id, Id †',
      createdAt: 'created_date, CreatedDate †',
      source: 'lead_source, LeadSource †',
      status: 'status, Status †',
      ownerId: 'owner_id, OwnerId †',
      convertedAt: 'converted_date, ConvertedDate †',
      'fields.email': 'email',
      'fields.Email': 'Email †',
      'fields.phone': 'phone',
      'fields.Phone': 'Phone †',
      'fields.email_bounced_date': 'email_bounced_date',
      'fields.EmailBouncedDate': 'EmailBouncedDate †',
    },
  })
