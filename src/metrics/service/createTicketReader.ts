import { createInstantReader } from '../../calendar/createInstantReader.js'
import type { Clock } from '../../calendar/judgeClock.js'
import type { Exclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { Ticket } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { agreeWithColumns } from '../../tally/agreeWithColumns.js'
import type { Content } from '../../tally/createIdCheck.js'
import { createRecordCheck } from '../../tally/createRecordCheck.js'
import type { DuplicateRule } from '../../tally/model.js'
import { unplacedOf } from '../../tally/unplacedOf.js'
import { firstReplyOf } from './firstReplyOf.js'
import { type ReadField, ticketPauses } from './ticketPauses.js'
import type { TicketTimeOptions } from './ticketTimeOptions.js'

/** One ticket read: its clock, and what it is placed by; one object for all tickets, not to be kept. */
export interface TicketTime {
  ticket: Ticket
  path: () => string
  segment: string | undefined
  createdAt: number
  /** When the clock stopped, if it has by the instant of knowledge. */
  stoppedAt: number | undefined
  /** Until when the ticket was followed, if the clock has not stopped. */
  followedUntil: number
  pauses: Clock['pauses']
  leaveOut: (reason: string) => void
}

/** The context in which tickets are read. */
export interface TicketTimeContext {
  asOf: number
  timeZone: string
  options: TicketTimeOptions
  segmentBy: TallyOptions<Ticket>['segmentBy']
  /** Who answers for ids that come twice; default the check. */
  duplicates: DuplicateRule | undefined
  exclusions: Exclusions
  /** Whether a ticket left out is counted, by its creation and the stop of its clock. */
  isInside: (createdAt: number, stoppedAt: number | undefined) => boolean
  /** Fields that the caller reads besides, checked: part of what one id must agree on. */
  contentOf?: (ticket: Ticket, path: () => string) => string | number | undefined
}

/** Tickets that were no work of their own. */
const unread = ['merged', 'deleted', 'spam']

/** The tickets of a source, for the paths of errors and the columns that may stand for them. */
export const ticketSource = { name: 'tickets', columns: ['tickets'] } as const

/** Reads the clock of one ticket after another; those left out are counted by reason. */
export function createTicketReader(
  source: object,
  context: TicketTimeContext,
  visit: (time: TicketTime) => void,
): (ticket: Ticket, index: number) => void {
  const { asOf, timeZone, segmentBy, duplicates, options, exclusions, isInside } = context
  agreeWithColumns(source, ticketSource.name, ticketSource.columns, { timeZone, segmentBy })
  const readAt = createInstantReader(timeZone)
  const segmentOf = createSegmentReader<Ticket>(segmentBy, source)
  const isReply = options.clock === 'firstResponse'
  let row = 0
  const path = (): string => `tickets[${row}]`
  let asked = ''
  const askedPath = (): string => `${path()}.${asked}`
  const read = (value: unknown, field: string): number => {
    asked = field
    return readAt(value, askedPath)
  }
  const readOptional = (value: unknown, field: string): number =>
    value === undefined ? Number.NaN : read(value, field)
  const solutionOf = ({ resolvedAt }: Ticket): number => readOptional(resolvedAt, 'resolvedAt')
  const stopOf = (ticket: Ticket, first: number, last: number): number => {
    if (isReply) return firstReplyOf(ticket, options.bots, read, path).at
    return options.resolution === 'first' && !Number.isNaN(first) ? first : last
  }
  const contentOf = (ticket: Ticket): Content => {
    const first = readOptional(ticket.firstResolvedAt, 'firstResolvedAt')
    const last = solutionOf(ticket)
    const times = [stopOf(ticket, first, last), isReply ? last : undefined, read(ticket.createdAt, 'createdAt')]
    const own = context.contentOf?.(ticket, path)
    const pauses = JSON.stringify(ticketPauses(ticket, options, read, path))
    return [ticket.customerId, ...times, ticket.status, segmentOf(ticket), own, pauses]
  }
  const isNew = createRecordCheck('tickets', contentOf, { source, duplicates })
  for (const [reason, records] of unplacedOf(source)) exclusions.add(reason, records)
  const leaveOut = (reason: string): void => {
    if (isInside(time.createdAt, time.stoppedAt)) exclusions.add(reason)
  }
  const time: TicketTime = { ...noTicket, path, leaveOut }
  return (ticket, index) => {
    row = index
    if (typeof ticket.id !== 'string') fail('INVALID_INPUT', `${path()}.id`, 'must be text', ticket.id)
    const createdAt = read(ticket.createdAt, 'createdAt')
    const first = readOptional(ticket.firstResolvedAt, 'firstResolvedAt')
    const last = solutionOf(ticket)
    const stop = stopOf(ticket, first, last)
    const pauses = ticketPauses(ticket, options, read, path)
    time.segment = segmentOf(ticket)
    // Checked even for a ticket that is left out.
    context.contentOf?.(ticket, path)
    const isStopped = stop <= asOf
    time.ticket = ticket
    time.createdAt = createdAt
    time.stoppedAt = isStopped ? stop : undefined
    if (!isNew(ticket.id, ticket, index)) return leaveOut('duplicate')
    if (createdAt > asOf) return leaveOut('future')
    if (unread.includes(ticket.status)) return leaveOut(ticket.status)
    if (pauses === undefined) return leaveOut('no_status_history')
    const solution = isReply ? last : Number.NaN
    const readStop = isStopped ? stop : solution
    if (readStop < createdAt) {
      const field = isStopped ? stopField(ticket, options, read, path) : 'resolvedAt'
      fail('EVENT_ORDER', `${path()}.${field}`, 'must not precede createdAt', readStop)
    }
    const isSolved = solution <= asOf
    time.followedUntil = isSolved ? solution : asOf
    time.pauses = pauses
    visit(time)
  }
}

/** Nothing read yet. */
const noTicket = {
  ticket: {} as Ticket,
  segment: undefined,
  createdAt: 0,
  stoppedAt: undefined,
  followedUntil: 0,
  pauses: [],
}

/** The field that the stop of a clock was read from. */
function stopField(ticket: Ticket, options: TicketTimeOptions, read: ReadField, path: () => string): string {
  if (options.clock === 'firstResponse') return firstReplyOf(ticket, options.bots, read, path).field
  return options.resolution === 'first' && ticket.firstResolvedAt !== undefined ? 'firstResolvedAt' : 'resolvedAt'
}
