import { fail } from '../../internal/fail.js'
import type { Ticket, TicketColumns } from '../../records/model.js'
import { columnFacts } from '../../tally/columnFacts.js'
import type { DurationRows } from './createDurationColumns.js'
import type { TicketTimeContext } from './createTicketReader.js'

/** Reads the clocks of columns, which never pause; those left out are counted by reason, dropped tickets visited. */
export function readTicketColumns(
  columns: TicketColumns,
  { asOf, segmentBy, options, exclusions, isInside }: TicketTimeContext,
  basis: 'created' | 'closed',
  visitDropped: (ticket: Ticket, row: number) => void,
): DurationRows {
  const { length, createdAt, firstReplyAt, resolvedAt, segment } = columns
  const isReply = options.clock === 'firstResponse'
  const stops = isReply ? firstReplyAt : resolvedAt
  const rows = {
    length: 0,
    at: new Float64Array(length),
    milliseconds: new Float64Array(length),
    done: new Uint8Array(length),
    segment: segmentBy === undefined ? undefined : new Uint32Array(length),
  }
  for (let row = 0; row < length; row += 1) {
    const [created, stop] = [createdAt[row] ?? 0, stops[row] ?? Number.NaN]
    const isDone = stop <= asOf
    if (created > asOf) {
      if (isInside(created, isDone ? stop : undefined)) exclusions.add('future')
      continue
    }
    const solved = isReply && !isDone ? (resolvedAt[row] ?? Number.NaN) : stop
    if (solved < created) refuse(row, isReply && isDone ? 'firstReplyAt' : 'resolvedAt', solved)
    if (basis === 'closed' && !isDone) continue
    // A ticket that is solved unanswered was followed up to its solution.
    const until = isDone ? stop : isReply && solved <= asOf ? solved : asOf
    const place = rows.length
    rows.at[place] = basis === 'closed' ? stop : created
    rows.milliseconds[place] = Math.max(0, until - created)
    rows.done[place] = isDone ? 1 : 0
    if (rows.segment !== undefined) rows.segment[place] = segment?.[row] ?? 0
    rows.length += 1
  }
  visitAll(columns, visitDropped)
  return rows
}

function refuse(row: number, field: string, received: number): never {
  return fail('EVENT_ORDER', `tickets[${row}].${field}`, 'must not precede createdAt', received)
}

/** Tickets that were dropped come as records, after the rows. */
function visitAll(columns: TicketColumns, visitDropped: (ticket: Ticket, row: number) => void): void {
  const { dropped } = columnFacts(columns, 'tickets', ['tickets'])
  let row = columns.length
  for (const ticket of dropped?.() ?? []) {
    visitDropped(ticket as Ticket, row)
    row += 1
  }
}
