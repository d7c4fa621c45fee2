import { closedAtOf } from '../mapping/closedAtOf.js'
import { createMapper } from '../mapping/createMapper.js'
import type { RowReader } from '../mapping/createRowReader.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Opportunity } from '../models/sales.js'
import { isOdooBlank } from './isOdooBlank.js'
import { odooRules } from './odooRules.js'
import { checkOdooType, otherOdooType } from './otherOdooType.js'

/** Options of {@link mapOdooOpportunity}. */
export interface MapOdooOpportunityOptions extends MapperOptions {}

/**
 * Maps an opportunity of Odoo (`crm.lead` of type `opportunity`) to an `Opportunity`.
 *
 * Lost is one that is archived (`isActive` in `columns`) with a reason; else won at a probability of 100 (`percent`), else
 * open. Times without a zone are UTC, `false` is blank, and a pair stands for its id or its name. Leads, which are rows of
 * the same table, are skipped (`'other_type'`).
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: `active`, `probability`,
 * `company_currency`. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapOdooOpportunity } from 'retention-okr/records'
 *
 * const row = { id: 6, type: 'opportunity', active: true, probability: 100, create_date: '2026-01-05 10:00:00' }
 * const result = mapOdooOpportunity({ ...row, partner_id: [4, 'Acme'], date_closed: '2026-02-01 09:00:00' })
 * result.status === 'ok' && [result.record.status, result.record.customerId] // => ['won', '4']
 * ```
 * @since 0.1.0
 */
export const mapOdooOpportunity: (row: Row, options?: MapOdooOpportunityOptions) => RowResult<Opportunity> =
  /* @__PURE__ */ createMapper<Opportunity, MapOdooOpportunityOptions, Row>({
    source: 'odoo',
    object: 'opportunity',
    model: 'opportunity',
    columns: {
      id: 'id',
      customerId: 'partner_id',
      createdAt: 'create_date',
      stage: 'stage_id',
      stageChangedAt: 'date_last_stage_update',
      amount: 'expected_revenue',
      currency: 'company_currency †',
      isActive: 'active †',
      percent: 'probability †',
      closedAt: 'date_closed',
      expectedCloseAt: 'date_deadline',
      lostReason: 'lost_reason_id',
      ownerId: 'user_id',
      type: 'type',
    },
    rules: odooRules,
    isBlank: isOdooBlank,
    skip: (reader) => otherOdooType(reader, 'opportunity'),
    derive: {
      status(reader) {
        checkOdooType(reader, 'opportunity')
        return readStatus(reader)
      },
      closedAt: (reader) => closedAtOf(reader, isLost(reader) || isWon(reader)),
    },
  })

function readStatus(reader: RowReader): 'open' | 'won' | 'lost' {
  reader.read('percent', { kind: 'number' }, 'status')
  if (isLost(reader)) return 'lost'
  return isWon(reader) ? 'won' : 'open'
}

/** Here false is a value, not a blank. */
function isLost(reader: RowReader): boolean {
  const { value } = reader.cell('isActive')
  const isArchived = value === false || value === 0 || value === '0' || String(value).toLowerCase() === 'false'
  return isArchived && !reader.isBlank('lostReason')
}

function isWon(reader: RowReader): boolean {
  return reader.peek('percent', { kind: 'number' }) === 100
}
