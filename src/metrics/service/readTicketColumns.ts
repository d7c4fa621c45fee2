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
  const milliseconds = new Float64Array(length)
  const done = new Uint8Array(length)
  const isCounted = new Uint8Array(length)
  const refused = readClocks(createdAt, stops, resolvedAt, asOf, milliseconds, done, isCounted)
  if (refused < length) {
    const field = isReply && done[refused] === 1 ? 'firstReplyAt' : 'resolvedAt'
    const stop = (field === 'firstReplyAt' ? firstReplyAt : resolvedAt)[refused]
    fail('EVENT_ORDER', `tickets[${refused}].${field}`, 'must not precede createdAt', stop)
  }
  for (let row = isCounted.indexOf(0); row >= 0; row = isCounted.indexOf(0, row + 1)) {
    if (isInside(createdAt[row] ?? 0, done[row] === 1 ? stops[row] : undefined)) exclusions.add('future')
  }
  if (basis === 'closed') unmarkOpen(isCounted, done)
  visitAll(columns, visitDropped)
  const at = basis === 'closed' ? stops : createdAt
  return { length, at, milliseconds, done, isCounted, segment: segmentBy === undefined ? undefined : segment }
}

/**
 * The time that each ticket took, or has lasted; those created later than what is known are not marked.
 *
 * A ticket that is solved without the stop was followed up to its solution. The first row that ends before it begins, or
 * the number of rows.
 */
function readClocks(
  created: Float64Array,
  stops: Float64Array,
  solved: Float64Array,
  asOf: number,
  milliseconds: Float64Array,
  done: Uint8Array,
  isCounted: Uint8Array,
): number {
  for (let row = 0; row < isCounted.length; row += 1) {
    const [start, stop] = [created[row] ?? 0, stops[row] ?? Number.NaN]
    const isDone = stop <= asOf
    if (isDone) done[row] = 1
    if (start > asOf) continue
    const end = isDone ? stop : (solved[row] ?? Number.NaN)
    if (end < start) return row
    isCounted[row] = 1
    const isFollowed = end <= asOf
    milliseconds[row] = Math.max(0, isFollowed ? end - start : asOf - start)
  }
  return isCounted.length
}

function unmarkOpen(isCounted: Uint8Array, done: Uint8Array): void {
  for (let row = 0; row < done.length; row += 1) if (done[row] === 0) isCounted[row] = 0
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
