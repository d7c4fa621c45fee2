import { fail } from '../../internal/fail.js'
import { assertArray } from '../../internal/guards.js'
import type { Ticket } from '../models/service.js'

/**
 * When a ticket had its first public human reply, NaN without one: of its replies, where an agent's ticket waits for the
 * second, or as it is given.
 */
export function readFirstReply(
  { replies, firstReplyAt, createdBy }: Ticket,
  read: (value: unknown, field: string) => number,
  path: () => string,
): number {
  if (replies === undefined) return read(firstReplyAt, 'firstReplyAt')
  assertArray(replies, `${path()}.replies`)
  const instants = replies
    .map((reply, index) => {
      if (typeof reply !== 'object' || reply === null) {
        fail('INVALID_INPUT', `${path()}.replies[${index}]`, 'must be a record', reply)
      }
      const isHuman = reply.author === 'agent' && reply.isPublic !== false
      return { at: read(reply.at ?? '', `replies[${index}].at`), isHuman }
    })
    .filter(({ isHuman }) => isHuman)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
  return instants[createdBy === 'agent' ? 1 : 0] ?? Number.NaN
}
