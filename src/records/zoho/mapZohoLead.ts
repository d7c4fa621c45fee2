import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Lead } from '../models/sales.js'
import { zohoRules } from './zohoRules.js'

/** Options of {@link mapZohoLead}. */
export interface MapZohoLeadOptions extends MapperOptions {}

/**
 * Maps a lead of Zoho CRM to a `Lead`.
 *
 * When the lead was assigned is not on the row: name a column in `columns`, or give the owner history to the metric.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: `Created_Time`, `Converted_Date_Time`. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapZohoLead } from 'retention-okr/records'
 *
 * const row = { id: '8', Created_Time: '2026-01-05T10:00:00+05:30', Owner: { id: 'u1', name: 'Ana' } }
 * const result = mapZohoLead(row)
 * result.status === 'ok' && result.record.ownerId // => 'u1'
 * ```
 * @since 0.1.0
 */
export const mapZohoLead: (row: Row, options?: MapZohoLeadOptions) => RowResult<Lead> = /* @__PURE__ */ createMapper<
  Lead,
  MapZohoLeadOptions,
  Row
>({
  source: 'zoho',
  object: 'lead',
  model: 'lead',
  columns: {
    id: 'id',
    createdAt: 'Created_Time †',
    source: 'Lead_Source',
    status: 'Lead_Status',
    ownerId: 'Owner',
    convertedAt: 'Converted_Date_Time †',
    'fields.Email': 'Email',
    'fields.Phone': 'Phone',
  },
  rules: zohoRules,
})
