import { rowReason, rowSegment } from '../../tally/rowMarks.js'
import type { TicketColumns } from '../models/columns.js'
import type { Ticket } from '../models/service.js'

/** A ticket that was dropped when the columns were made: one that was no work of its own, or a twin. */
export interface DroppedTicket {
  readonly status: string
  readonly createdAt: number
  readonly firstReplyAt: number
  readonly resolvedAt: number
  readonly reason: 'duplicate' | undefined
}

/** Columns of tickets as tickets; those that were dropped come again. */
export function* ticketRows(columns: TicketColumns, dropped: readonly DroppedTicket[]): Iterable<Ticket> {
  const { length } = columns
  for (let row = 0; row < length; row += 1) yield ticketOf(columns, row)
  yield* droppedRows(dropped)
}

/** What was dropped, as tickets. */
export function* droppedRows(dropped: readonly DroppedTicket[]): Iterable<Ticket> {
  for (const { reason, status, createdAt, firstReplyAt, resolvedAt } of dropped) {
    yield {
      id: '',
      customerId: '',
      status,
      createdAt,
      ...optional('firstReplyAt', firstReplyAt),
      ...optional('resolvedAt', resolvedAt),
      ...(reason === undefined ? {} : { [rowReason]: reason }),
    } as Ticket
  }
}

function ticketOf(columns: TicketColumns, row: number): Ticket {
  const { priorities, priority, categories, category, target, segments, segment } = columns
  const [name, kind] = [priorities?.[priority?.[row] ?? 0] ?? '', categories?.[category?.[row] ?? 0] ?? '']
  const resolvedAt = columns.resolvedAt[row] ?? Number.NaN
  return {
    id: String(row),
    customerId: '',
    createdAt: columns.createdAt[row] ?? 0,
    status: Number.isNaN(resolvedAt) ? 'open' : 'solved',
    ...optional('firstReplyAt', columns.firstReplyAt[row]),
    ...optional('resolvedAt', resolvedAt),
    ...optional('target', target?.[row]),
    ...(name === '' ? {} : { priority: name }),
    ...(kind === '' ? {} : { category: kind }),
    ...(segment === undefined ? {} : { [rowSegment]: segments?.[segment[row] ?? 0] ?? '' }),
  }
}

function optional(name: string, value: number | undefined): object {
  return value === undefined || Number.isNaN(value) ? {} : { [name]: value }
}
