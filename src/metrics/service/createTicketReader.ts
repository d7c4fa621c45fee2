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
import { nestedRecords } from '../internal/nestedRecords.js'
import type { TicketOptions } from './model.js'

/** Which time of a ticket is read, and how. */
export interface TicketTimeOptions extends Omit<TicketOptions, 'calendar'> {
  readonly clock?: 'resolution' | 'firstResponse' | undefined
}

/** One ticket read: its clock, and what it is placed by. */
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
  let row = 0
  const path = (): string => `tickets[${row}]`
  let asked = ''
  const askedPath = (): string => `${path()}.${asked}`
  const read = (value: unknown, field: string): number => {
    asked = field
    return readAt(value, askedPath)
  }
  const contentOf = (ticket: Ticket): Content => {
    const { solution, stop } = stopsOf(ticket, options, read, path)
    const times = [read(ticket.createdAt, 'createdAt'), stop?.at, solution?.at]
    const own = context.contentOf?.(ticket, path)
    const pauses = JSON.stringify(pausesOf(ticket, options, read, path))
    return [ticket.customerId, ...times, ticket.status, segmentOf(ticket), own, pauses]
  }
  const isNew = createRecordCheck('tickets', contentOf, { source, duplicates })
  for (const [reason, records] of unplacedOf(source)) exclusions.add(reason, records)
  return (ticket, index) => {
    row = index
    if (typeof ticket.id !== 'string') fail('INVALID_INPUT', `${path()}.id`, 'must be text', ticket.id)
    const createdAt = read(ticket.createdAt, 'createdAt')
    const { solution, stop } = stopsOf(ticket, options, read, path)
    const pauses = pausesOf(ticket, options, read, path)
    const segment = segmentOf(ticket)
    // Checked even for a ticket that is left out.
    context.contentOf?.(ticket, path)
    const stoppedAt = stop !== undefined && stop.at <= asOf ? stop.at : undefined
    const leaveOut = (reason: string): void => {
      if (isInside(createdAt, stoppedAt)) exclusions.add(reason)
    }
    if (!isNew(ticket.id, ticket, index)) return leaveOut('duplicate')
    if (createdAt > asOf) return leaveOut('future')
    if (unread.includes(ticket.status)) return leaveOut(ticket.status)
    if (pauses === undefined) return leaveOut('no_status_history')
    const readStop = stoppedAt === undefined ? solution : stop
    if (readStop !== undefined && readStop.at < createdAt) {
      fail('EVENT_ORDER', `${path()}.${readStop.field}`, 'must not precede createdAt', readStop.at)
    }
    const followedUntil = solution !== undefined && solution.at <= asOf ? solution.at : asOf
    visit({ ticket, path, segment, createdAt, stoppedAt, followedUntil, pauses, leaveOut })
  }
}

/** An instant of a ticket, and the field that it was read from. */
interface Stop {
  at: number
  field: string
}

/** What stops the clock of a ticket, and what ends its following. */
interface Stops {
  solution: Stop | undefined
  stop: Stop | undefined
}

type Read = (value: unknown, field: string) => number

/** What stops the clock; a ticket that is solved unanswered is followed up to its solution. */
function stopsOf(ticket: Ticket, options: TicketTimeOptions, read: Read, path: () => string): Stops {
  const { firstResolvedAt, resolvedAt } = ticket
  const first =
    firstResolvedAt === undefined
      ? undefined
      : { at: read(firstResolvedAt, 'firstResolvedAt'), field: 'firstResolvedAt' }
  const last = resolvedAt === undefined ? undefined : { at: read(resolvedAt, 'resolvedAt'), field: 'resolvedAt' }
  if (options.clock !== 'firstResponse') {
    const stop = options.resolution === 'first' ? (first ?? last) : last
    return { solution: undefined, stop }
  }
  return { solution: last, stop: replyOf(ticket, options, read, path) }
}

/** First public human reply; a ticket that an agent opened waits for the second public agent comment. */
function replyOf(ticket: Ticket, { bots }: TicketTimeOptions, read: Read, path: () => string): Stop | undefined {
  if (ticket.replies === undefined) {
    if (ticket.firstReplyAt === undefined) return undefined
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
  const reply = replies[ticket.createdBy === 'agent' ? 1 : 0]
  return reply === undefined ? undefined : { at: reply.at, field: reply.field }
}

/** Times that do not count; undefined when they cannot be known. */
function pausesOf(
  ticket: Ticket,
  options: TicketTimeOptions,
  read: Read,
  path: () => string,
): Clock['pauses'] | undefined {
  const own = options.pauses === 'subtract' ? (ticket.pauses ?? []) : []
  const pauses = own.length === 0 ? none : readPauses(nestedRecords(own, `${path()}.pauses`), read)
  if (options.clock === 'firstResponse' || options.resolution !== 'requesterWait') return pauses
  return ticket.statusHistory === undefined
    ? undefined
    : [...pauses, ...ownWaits(nestedRecords(ticket.statusHistory, `${path()}.statusHistory`), read)]
}

/** No pauses: one list for all tickets. */
const none: Clock['pauses'] = []

function readPauses(pauses: NonNullable<Ticket['pauses']>, read: Read): Clock['pauses'] {
  return pauses.map(({ start, end }, index) => ({
    start: read(start, `pauses[${index}].start`),
    end: end === undefined ? undefined : read(end, `pauses[${index}].end`),
  }))
}

/** Statuses in which the requester waits for us. */
const waiting = ['new', 'open', 'hold']

/** Times in which the requester does not wait: from an entry into another status to the next entry. */
function ownWaits(
  history: NonNullable<Ticket['statusHistory']>,
  read: Read,
): { start: number; end: number | undefined }[] {
  const entries = history
    .map(({ at, status }, index) => ({ status, start: read(at, `statusHistory[${index}].at`) }))
    .sort((a, b) => a.start - b.start)
  return entries
    .map(({ status, start }, index) => ({ status, start, end: entries[index + 1]?.start }))
    .filter(({ status }) => !waiting.includes(status))
    .map(({ start, end }) => ({ start, end }))
}
