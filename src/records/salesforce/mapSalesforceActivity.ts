import { createMapper } from '../mapping/createMapper.js'
import type { RowReader } from '../mapping/createRowReader.js'
import { checkDirection, type DirectionOptions, directionOf } from '../mapping/directionOf.js'
import type { Row, RowResult } from '../mapping/model.js'
import type { Interaction } from '../models/service.js'

/** Options of {@link mapSalesforceActivity}. */
export interface MapSalesforceActivityOptions extends DirectionOptions {}

/**
 * Maps a task of Salesforce, a call or e-mail, to an `Interaction`.
 *
 * Whom it was with is told by the prefix of the id: `00Q` is a lead, `006` an opportunity; other ids are left out. The call
 * type says who acted; where there is none `direction` does, else the row is bad (`missing`).
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: the API names (`Id`, `WhoId` …) and `call_type`. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapSalesforceActivity } from 'retention-okr/records'
 *
 * const row = { id: '00T1', who_id: '00Q1', completed_date_time: '2026-01-05T10:00:00Z', task_subtype: 'Call' }
 * const result = mapSalesforceActivity({ ...row, call_type: 'Inbound' })
 * result.status === 'ok' && [result.record.leadId, result.record.direction] // => ['00Q1', 'in']
 * ```
 * @since 0.1.0
 */
export const mapSalesforceActivity: (row: Row, options?: MapSalesforceActivityOptions) => RowResult<Interaction> =
  /* @__PURE__ */ createMapper<Interaction, MapSalesforceActivityOptions, Row>({
    source: 'salesforce',
    object: 'activity',
    model: 'interaction',
    columns: {
      id: 'id, Id †',
      leadId: 'who_id, WhoId †',
      customerId: 'account_id, AccountId †',
      opportunityId: 'what_id, WhatId †',
      at: 'completed_date_time, CompletedDateTime †, activity_date, ActivityDate †',
      direction: 'call_type †, CallType †',
      channel: 'task_subtype, TaskSubtype †',
    },
    options: ['direction'],
    checkOptions: checkDirection,
    derive: {
      leadId: (reader) => idOf(reader, 'leadId', '00Q'),
      opportunityId: (reader) => idOf(reader, 'opportunityId', '006'),
      direction: directionOf,
    },
  })

/** An id of the kind that its first letters tell. */
function idOf(reader: RowReader, field: string, prefix: string): unknown {
  const id = reader.read(field, { kind: 'id' })
  return typeof id === 'string' && id.startsWith(prefix) ? id : undefined
}
