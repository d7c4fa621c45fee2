import { columnFacts } from '../../tally/columnFacts.js'
import type { TicketColumns } from '../models/columns.js'
import type { Ticket } from '../models/service.js'

/** What is done with one ticket: instants in epoch milliseconds, NaN for one that is absent, a segment by its code. */
export type VisitTicketRow = (
  createdAt: number,
  firstReplyAt: number,
  resolvedAt: number,
  segment: number | undefined,
  row: number,
) => void

/** Visits the tickets of columns by their arrays, no object a row, and those that were dropped as records. */
export function visitTicketColumns(
  columns: TicketColumns,
  hasSegments: boolean,
  visit: VisitTicketRow,
  visitDropped: (ticket: Ticket, row: number) => void,
): void {
  const { length, createdAt, firstReplyAt, resolvedAt, segment } = columns
  for (let row = 0; row < length; row += 1) {
    const place = hasSegments ? (segment?.[row] ?? 0) : undefined
    visit(createdAt[row] ?? 0, firstReplyAt[row] ?? Number.NaN, resolvedAt[row] ?? Number.NaN, place, row)
  }
  const { dropped } = columnFacts(columns, 'tickets', ['tickets'])
  let row = length
  for (const ticket of dropped?.() ?? []) {
    visitDropped(ticket as Ticket, row)
    row += 1
  }
}
