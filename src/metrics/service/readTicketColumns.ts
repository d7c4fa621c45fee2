import { fail } from '../../internal/fail.js'
import { visitTicketColumns } from '../../records/columns/visitTicketColumns.js'
import type { Ticket, TicketColumns } from '../../records/model.js'
import type { Key } from '../../tally/createKeys.js'
import type { TicketTimeContext } from './createTicketReader.js'

/** What is done with a ticket whose clock was read; a segment may be a code. */
export type VisitTicketTime = (
  createdAt: number,
  segment: Key | undefined,
  stoppedAt: number | undefined,
  followedUntil: number,
) => void

/** Reads the clocks of columns, which never pause; those left out are counted by reason. */
export function readTicketColumns(
  columns: TicketColumns,
  { asOf, segmentBy, options, exclusions, isInside }: TicketTimeContext,
  visit: VisitTicketTime,
  visitDropped: (ticket: Ticket, row: number) => void,
): void {
  const isReply = options.clock === 'firstResponse'
  visitTicketColumns(columns, segmentBy !== undefined, read, visitDropped)

  function read(createdAt: number, reply: number, solved: number, segment: number | undefined, row: number): void {
    const stop = isReply ? reply : solved
    const stoppedAt = stop <= asOf ? stop : undefined
    if (createdAt > asOf) {
      if (isInside(createdAt, stoppedAt)) exclusions.add('future')
      return
    }
    const followed = isReply ? solved : Number.NaN
    const isFollowed = stoppedAt === undefined && isReply
    const readStop = isFollowed ? solved : stop
    if (readStop < createdAt) {
      const field = isReply && !isFollowed ? 'firstReplyAt' : 'resolvedAt'
      fail('EVENT_ORDER', `tickets[${row}].${field}`, 'must not precede createdAt', readStop)
    }
    visit(createdAt, segment, stoppedAt, followed <= asOf ? followed : asOf)
  }
}
