import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Lead } from '../models/sales.js'
import { pipedriveRules } from './pipedriveRules.js'

/** Options of {@link mapPipedriveLead}. */
export interface MapPipedriveLeadOptions extends MapperOptions {}

/**
 * Maps a lead of Pipedrive to a `Lead`.
 *
 * Times without a zone are UTC. The row has neither a status nor an assignment.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapPipedriveLead } from 'retention-okr/records'
 *
 * const result = mapPipedriveLead({ id: 'l-1', add_time: '2026-01-05 10:00:00', origin: 'Import', owner_id: 5 })
 * result.status === 'ok' && result.record.createdAt // => '2026-01-05T10:00:00Z'
 * ```
 * @since 0.1.0
 */
export const mapPipedriveLead: (row: Row, options?: MapPipedriveLeadOptions) => RowResult<Lead> =
  /* @__PURE__ */ createMapper<Lead, MapPipedriveLeadOptions, Row>({
    source: 'pipedrive',
    object: 'lead',
    model: 'lead',
    columns: {
      id: 'id',
      createdAt: 'add_time',
      source: 'source_name, origin, channel',
      ownerId: 'owner_id',
      'fields.person_id': 'person_id',
    },
    rules: pipedriveRules,
  })
