import { closedAtOf } from '../mapping/closedAtOf.js'
import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Opportunity } from '../models/sales.js'
import { pipedriveRules } from './pipedriveRules.js'

/** Options of {@link mapPipedriveDeal}. */
export interface MapPipedriveDealOptions extends MapperOptions {}

/**
 * Maps a deal of Pipedrive to an `Opportunity`.
 *
 * Times without a zone are UTC. Deleted deals are skipped (`'deleted'`); `first_won_time` stays in `extra`.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapPipedriveDeal } from 'retention-okr/records'
 *
 * const row = { id: 3, add_time: '2026-01-05 10:00:00', status: 'won', won_time: '2026-02-01 09:00:00' }
 * const result = mapPipedriveDeal(row)
 * result.status === 'ok' && result.record.closedAt // => '2026-02-01T09:00:00Z'
 * ```
 * @since 0.1.0
 */
export const mapPipedriveDeal: (row: Row, options?: MapPipedriveDealOptions) => RowResult<Opportunity> =
  /* @__PURE__ */ createMapper<Opportunity, MapPipedriveDealOptions, Row>({
    source: 'pipedrive',
    object: 'deal',
    model: 'opportunity',
    columns: {
      id: 'id',
      customerId: 'org_id, person_id',
      leadId: 'source_lead_id',
      createdAt: 'add_time',
      stage: 'stage_id',
      stageChangedAt: 'stage_change_time',
      amount: 'value',
      currency: 'currency',
      status: 'status',
      closedAt: 'won_time, lost_time, close_time',
      expectedCloseAt: 'expected_close_date',
      lostReason: 'lost_reason',
      ownerId: 'owner_id',
    },
    rules: pipedriveRules,
    skip: (reader) => (reader.peek('status', { kind: 'text' }) === 'deleted' ? 'deleted' : undefined),
    derive: {
      closedAt(reader) {
        const status = reader.valueOf('status')
        return closedAtOf(reader, status === 'won' || status === 'lost')
      },
    },
  })
