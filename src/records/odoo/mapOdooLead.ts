import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Lead } from '../models/sales.js'
import { isOdooBlank } from './isOdooBlank.js'
import { odooRules } from './odooRules.js'
import { checkOdooType, otherOdooType } from './otherOdooType.js'

/** Options of {@link mapOdooLead}. */
export interface MapOdooLeadOptions extends MapperOptions {}

/**
 * Maps a lead of Odoo (`crm.lead` of type `lead`) to a `Lead`.
 *
 * Times without a zone are UTC, `false` is blank, and a pair stands for its id or its name. Opportunities, which are rows of
 * the same table, are skipped (`'other_type'`). `date_open` is overwritten by every reassignment: an owner history is the
 * better source.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapOdooLead } from 'retention-okr/records'
 *
 * const row = { id: 5, type: 'lead', create_date: '2026-01-05 10:00:00', user_id: false, source_id: [2, 'Search'] }
 * const result = mapOdooLead(row)
 * result.status === 'ok' && [result.record.ownerId, result.record.source] // => [null, 'Search']
 * ```
 * @since 0.1.0
 */
export const mapOdooLead: (row: Row, options?: MapOdooLeadOptions) => RowResult<Lead> = /* @__PURE__ */ createMapper<
  Lead,
  MapOdooLeadOptions,
  Row
>({
  source: 'odoo',
  object: 'lead',
  model: 'lead',
  columns: {
    id: 'id',
    createdAt: 'create_date',
    source: 'source_id, medium_id, campaign_id',
    status: 'stage_id',
    ownerId: 'user_id',
    assignedAt: 'date_open',
    convertedAt: 'date_conversion',
    type: 'type',
    'fields.email_from': 'email_from',
    'fields.phone': 'phone',
    'fields.email_state': 'email_state',
    'fields.phone_state': 'phone_state',
  },
  rules: odooRules,
  isBlank: isOdooBlank,
  skip: (reader) => otherOdooType(reader, 'lead'),
  derive: {
    status(reader) {
      checkOdooType(reader, 'lead')
      return reader.read('status', { kind: 'text' })
    },
  },
})
