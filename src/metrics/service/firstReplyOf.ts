import type { Ticket } from '../../records/model.js'
import { nestedRecords } from '../internal/nestedRecords.js'
import type { ReadField } from './ticketPauses.js'

/** When a ticket was replied to, NaN where it was not, and the field that says so. */
export interface FirstReply {
  at: number
  field: string
}

const noReply: FirstReply = { at: Number.NaN, field: 'firstReplyAt' }

/** First public human reply; a ticket that an agent opened waits for the second public agent comment. */
export function firstReplyOf(
  ticket: Ticket,
  bots: 'include' | 'exclude' | undefined,
  read: ReadField,
  path: () => string,
): FirstReply {
  if (ticket.replies === undefined) {
    if (ticket.firstReplyAt === undefined) return noReply
    return { at: read(ticket.firstReplyAt, 'firstReplyAt'), field: 'firstReplyAt' }
  }
  const replies = nestedRecords(ticket.replies, `${path()}.replies`)
    .map((reply, index) => ({
      ...reply,
      field: `replies[${index}].at`,
      at: read(reply.at, `replies[${index}].at`),
    }))
    .filter(
      ({ author, isPublic }) => isPublic !== false && (author === 'agent' || (author === 'bot' && bots === 'include')),
    )
    .sort((a, b) => a.at - b.at)
  return replies[ticket.createdBy === 'agent' ? 1 : 0] ?? noReply
}
