import { createMapper } from '../mapping/createMapper.js'
import type { RowReader } from '../mapping/createRowReader.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Ticket } from '../models/service.js'

const mergeTag = 'closed_by_merge'

/** Options of {@link mapZendeskTicket}. */
export interface MapZendeskTicketOptions extends MapperOptions {}

/**
 * Maps a ticket of Zendesk, with its metric set, to a `Ticket`.
 *
 * The last solution counts only while the ticket is solved or closed. A ticket with the tag of a merge has status `merged`,
 * which service metrics leave out. The first reply is in the comments, not on the row; the target is the policy applied at
 * the time, not the one of today. `createdAt` is the creation, also where first reply time counts from a later moment.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: the tag `closed_by_merge`. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapZendeskTicket } from 'retention-okr/records'
 *
 * const row = { id: 35, requester_id: 77, created_at: '2026-01-05T10:00:00Z', status: 'solved', tags: [] }
 * const result = mapZendeskTicket({ ...row, metric_set: { solved_at: '2026-01-05T12:00:00Z', reopens: 1 } })
 * result.status === 'ok' && result.record.resolvedAt // => '2026-01-05T12:00:00Z'
 * ```
 * @since 0.1.0
 */
export const mapZendeskTicket: (row: Row, options?: MapZendeskTicketOptions) => RowResult<Ticket> =
  /* @__PURE__ */ createMapper<Ticket, MapZendeskTicketOptions, Row>({
    source: 'zendesk',
    object: 'ticket',
    model: 'ticket',
    columns: {
      id: 'id',
      customerId: 'requester_id',
      createdAt: 'created_at',
      status: 'status',
      resolvedAt: 'metric_set.solved_at',
      reopenCount: 'metric_set.reopens',
      priority: 'priority',
      category: 'type',
      tags: 'tags',
    },
    unconfirmedWords: [mergeTag],
    derive: {
      status(reader) {
        const status = reader.read('status', { kind: 'text', required: true })
        return status !== undefined && isMerged(reader) ? 'merged' : status
      },
      resolvedAt: (reader) =>
        ['solved', 'closed'].includes(String(reader.valueOf('status')))
          ? reader.read('resolvedAt', { kind: 'instant' })
          : undefined,
    },
  })

/** Tags are a list, or one text with spaces or commas in exports. */
function isMerged(reader: RowReader): boolean {
  const { value } = reader.cell('tags')
  const tags: unknown[] = typeof value === 'string' ? value.split(/[\s,]+/) : Array.isArray(value) ? value : []
  return tags.includes(mergeTag)
}
