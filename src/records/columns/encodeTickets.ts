import { assertKnownOptions } from '../../internal/guards.js'
import type { FieldArrays, RecordSource, RecordStream, TicketColumns } from '../models/columns.js'
import type { Ticket } from '../models/service.js'
import { checkColumns } from './checkColumns.js'
import { assertCodes, assertColumn, assertInstants, assertTexts } from './columnGuards.js'
import { type EncodeOptions, encodeOptionNames } from './encodeOptions.js'
import { encodeSource } from './encodeSource.js'
import { ticketFeed } from './ticketFeed.js'
import { ticketRows } from './ticketRows.js'

/** Options of {@link encodeTickets}. */
export interface EncodeTicketsOptions extends EncodeOptions {}

/**
 * Encodes the times of tickets as typed columns, to be counted many times: every text is read once.
 *
 * 24 bytes a ticket, and what it has of priority, category and target. For durations and deadlines in calendar time, up
 * to the first public human reply or the last solution: opening hours, pauses, automated replies and first solutions take
 * rows, and so does everything about customers. Tickets that were merged, deleted or spam are left out here. Columns that
 * come back from another thread are checked and returned.
 *
 * @param source - tickets, a stream of tickets or of batches, plain arrays of their fields, or columns
 * @param options - zone of bare days, segments, periods, who answers for ids
 * @returns columns of tickets; left out: `duplicate`, `merged`, `deleted`, `spam`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for one id with two contents
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_INPUT for a field, with its path, or for arrays of unequal
 * length; INVALID_OPTION for a target of a ticket's own that is not above 0
 * @throws {@link RetentionOkrError} TOO_LARGE for more than 65,536 segments, priorities or categories, or 32,767 periods
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_TIME_ZONE for an option
 * @example
 * ```ts
 * import { measureTimeToResolution } from 'retention-okr/metrics'
 * import { encodeTickets } from 'retention-okr/records'
 *
 * const columns = encodeTickets([
 *   { id: '1', customerId: 'c', status: 'solved', createdAt: '2024-05-01T08:00:00Z', resolvedAt: '2024-05-01T10:00:00Z' },
 * ])
 * columns.length // => 1
 * measureTimeToResolution(columns, { asOf: '2024-06-01' }).value // => 7200000
 * ```
 * @since 0.1.0
 */
export function encodeTickets(
  source: RecordSource<Ticket> | FieldArrays<Ticket>,
  options?: EncodeTicketsOptions,
): TicketColumns
/**
 * Encodes a stream of tickets, or of batches of tickets, as typed columns.
 *
 * @param stream - the tickets; a batch is done before the next is asked for
 * @param options - zone of bare days, segments, periods, who answers for ids
 * @returns a Promise of the columns, which carries every error
 */
export function encodeTickets(stream: RecordStream<Ticket>, options?: EncodeTicketsOptions): Promise<TicketColumns>
export function encodeTickets(
  source: RecordSource<Ticket> | FieldArrays<Ticket> | RecordStream<Ticket>,
  options: EncodeTicketsOptions = {},
): TicketColumns | Promise<TicketColumns> {
  return encodeSource<Ticket, TicketColumns>(source, {
    name: 'tickets',
    kind: 'tickets',
    required: ['createdAt'],
    start: (has) => {
      assertKnownOptions(options, encodeOptionNames)
      return ticketFeed(options, has)
    },
    check: (columns) => {
      assertKnownOptions(options, encodeOptionNames)
      return checkTickets(columns as TicketColumns, options)
    },
  })
}

function checkTickets(columns: TicketColumns, options: EncodeOptions): TicketColumns {
  return checkColumns(columns, options, {
    name: 'tickets',
    at: columns.createdAt,
    rows: () => ticketRows(columns, []),
    check: ({ length, priorities, priority, categories, category, target }) => {
      assertInstants(columns.createdAt, length, 'tickets.createdAt')
      assertInstants(columns.firstReplyAt, length, 'tickets.firstReplyAt', true)
      assertInstants(columns.resolvedAt, length, 'tickets.resolvedAt', true)
      if (target !== undefined) assertColumn(target, Float64Array, length, 'tickets.target')
      assertWords(priorities, priority, length, 'tickets.priorities')
      assertWords(categories, category, length, 'tickets.categories')
    },
  })
}

/** Texts and their codes: both, or neither. */
function assertWords(texts: unknown, codes: unknown, length: number, path: string): void {
  if (texts === undefined && codes === undefined) return
  assertCodes(codes, Uint16Array, { length, codes: assertTexts(texts, path).length }, path)
}
