import { createMapper } from '../mapping/createMapper.js'
import type { RowReader } from '../mapping/createRowReader.js'
import { checkDirection, type DirectionOptions, directionOf } from '../mapping/directionOf.js'
import type { Row, RowResult } from '../mapping/model.js'
import type { Interaction } from '../models/service.js'

/** Options of {@link mapHubspotEngagement}. */
export interface MapHubspotEngagementOptions extends DirectionOptions {}

/**
 * Maps an engagement of HubSpot, an e-mail, call or meeting, to an `Interaction`.
 *
 * The type of an e-mail and the direction of a call say who acted; for anything else `direction` does. Notes and tasks are
 * skipped (`'other_type'`). Lead, customer and deal are associations: name their columns in `columns`.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: `hs_object_id`, `hs_engagement_type`, `hs_call_direction`
 * and the words in them. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapHubspotEngagement } from 'retention-okr/records'
 *
 * const row = { hs_object_id: '41', hs_timestamp: '2026-01-05T10:00:00Z', hs_engagement_type: 'INCOMING_EMAIL' }
 * const result = mapHubspotEngagement(row)
 * result.status === 'ok' && [result.record.direction, result.record.channel] // => ['in', 'email']
 * mapHubspotEngagement({ ...row, hs_engagement_type: 'NOTE' }) // => { status: 'skipped', reason: 'other_type' }
 * ```
 * @since 0.1.0
 */
export const mapHubspotEngagement: (row: Row, options?: MapHubspotEngagementOptions) => RowResult<Interaction> =
  /* @__PURE__ */ createMapper<Interaction, MapHubspotEngagementOptions, Row>({
    source: 'hubspot',
    object: 'engagement',
    model: 'interaction',
    columns: {
      id: 'hs_object_id †',
      at: 'hs_timestamp',
      direction: 'hs_call_direction †',
      channel: 'hs_engagement_type †',
    },
    options: ['direction'],
    checkOptions: checkDirection,
    skip: (reader) => (['NOTE', 'TASK'].includes(typeOf(reader)) ? 'other_type' : undefined),
    derive: {
      direction: (reader, options) => emails.get(typeOf(reader)) ?? directionOf(reader, options),
      channel(reader) {
        const channel = reader.read('channel', { kind: 'channel', required: true })
        return emails.has(typeOf(reader)) ? 'email' : channel
      },
    },
  })

/** Who acted, by the types that are e-mails. */
const emails = /* @__PURE__ */ new Map([
  ['INCOMING_EMAIL', 'in'],
  ['EMAIL', 'out'],
  ['FORWARDED_EMAIL', 'out'],
])

function typeOf(reader: RowReader): string {
  return String(reader.peek('channel', { kind: 'text' }) ?? '').toUpperCase()
}
