import { createMapper } from '../mapping/createMapper.js'
import { checkDirection, type DirectionOptions, directionOf } from '../mapping/directionOf.js'
import type { Row, RowResult } from '../mapping/model.js'
import type { Interaction } from '../models/service.js'
import { pipedriveRules } from './pipedriveRules.js'

/** Options of {@link mapPipedriveActivity}. */
export interface MapPipedriveActivityOptions extends DirectionOptions {}

/**
 * Maps an activity of Pipedrive that was done to an `Interaction`.
 *
 * An activity that is only planned is skipped (`'other_type'`; the flag is `isDone` in `columns`). The row does not say who
 * acted: `direction` does, else it is bad (`missing`).
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapPipedriveActivity } from 'retention-okr/records'
 *
 * const row = { id: 1, type: 'Call', done: 1, marked_as_done_time: '2026-01-05 10:00:00', deal_id: 3 }
 * const result = mapPipedriveActivity(row, { direction: 'out' })
 * result.status === 'ok' && [result.record.direction, result.record.channel] // => ['out', 'call']
 * ```
 * @since 0.1.0
 */
export const mapPipedriveActivity: (row: Row, options?: MapPipedriveActivityOptions) => RowResult<Interaction> =
  /* @__PURE__ */ createMapper<Interaction, MapPipedriveActivityOptions, Row>({
    source: 'pipedrive',
    object: 'activity',
    model: 'interaction',
    columns: {
      id: 'id',
      leadId: 'lead_id',
      customerId: 'org_id, person_id',
      opportunityId: 'deal_id',
      at: 'marked_as_done_time',
      direction: '',
      channel: 'type',
      isDone: 'done',
    },
    rules: pipedriveRules,
    options: ['direction'],
    checkOptions: checkDirection,
    skip: (reader) => (reader.peek('isDone', { kind: 'boolean' }) === true ? undefined : 'other_type'),
    derive: { direction: directionOf },
  })
