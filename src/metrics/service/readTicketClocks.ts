import { createInstantReader } from '../../calendar/createInstantReader.js'
import { createOpenTime } from '../../calendar/createOpenTime.js'
import type { BusinessCalendar } from '../../calendar/model.js'
import { type Clock, readClockAt } from '../../calendar/readClockAt.js'
import type { Exclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { Ticket } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'

/** Which time of a ticket is measured, and how. */
export interface TicketClockOptions {
  /** `'resolution'` (default) or `'firstResponse'`. */
  readonly clock?: 'resolution' | 'firstResponse' | undefined
  /** Target in milliseconds, or one for each priority; a ticket's own target wins; required. */
  readonly target: number | { readonly [priority: string]: number }
  /** Whether exactly the target is in time; default `'lte'`. */
  readonly operator?: 'lte' | 'lt' | undefined
  /** Opening hours; null (default) = calendar time. */
  readonly calendar?: BusinessCalendar | null | undefined
  /** Whether the ticket's pauses are taken off; default `'ignore'`. */
  readonly pauses?: 'ignore' | 'subtract' | undefined
  /** Whether automated replies count as a first response; default `'exclude'`. */
  readonly bots?: 'exclude' | 'include' | undefined
  /** Up to the last solution while solved (default), or up to the first one. */
  readonly resolution?: 'full' | 'first' | undefined
}

/** One ticket read: its place in time and the state of its deadline. */
export interface TicketReading {
  segment: string | undefined
  createdAt: number
  state: 'met' | 'breached' | 'pending' | 'pendingMet'
}

/** The context in which tickets are read. */
export interface TicketContext {
  asOf: number
  timeZone: string
  options: TicketClockOptions
  segmentBy: TallyOptions<Ticket>['segmentBy']
}

/** Tickets that were no work of their own. */
const unread = ['merged', 'deleted', 'spam']

/** Reads the clock of every ticket once; those left out are counted by reason when they lie inside. */
export function readTicketClocks(
  tickets: Iterable<Ticket>,
  { asOf, timeZone, options, segmentBy }: TicketContext,
  exclusions: Exclusions,
  isInside: (createdAt: number) => boolean,
  visit: (reading: TicketReading) => void,
): void {
  const readAt = createInstantReader(timeZone)
  const isNew = createIdCheck('tickets')
  const segmentOf = createSegmentReader(segmentBy)
  const rule = {
    asOf,
    operator: options.operator ?? 'lte',
    openTime: createOpenTime(options.calendar ?? null),
  } as const
  forEachRecord(tickets, 'tickets', (ticket, index) => {
    const path = `tickets[${index}]`
    if (typeof ticket.id !== 'string') fail('INVALID_INPUT', `${path}.id`, 'must be text', ticket.id)
    const read = (value: unknown, field: string): number => readAt(value, () => `${path}.${field}`)
    const createdAt = read(ticket.createdAt, 'createdAt')
    const stoppedAt =
      options.clock === 'firstResponse' ? replyOf(ticket, options, read) : solutionOf(ticket, options, read)
    const target = targetOf(ticket, options, path)
    const leaveOut = (reason: string): void => {
      if (isInside(createdAt)) exclusions.add(reason)
    }
    const pauses = options.pauses === 'subtract' ? pausesOf(ticket, read) : []
    const segment = segmentOf(ticket)
    const content = [ticket.customerId, createdAt, stoppedAt, ticket.status, target, segment, JSON.stringify(pauses)]
    if (!isNew(ticket.id, content, index)) return leaveOut('duplicate')
    if (createdAt > asOf) return leaveOut('future')
    if (unread.includes(ticket.status)) return leaveOut(ticket.status)
    if (target === undefined) return leaveOut('no_target')
    if (stoppedAt !== undefined && stoppedAt <= asOf && stoppedAt < createdAt) {
      fail(
        'EVENT_ORDER',
        `${path}.${options.clock === 'firstResponse' ? 'firstReplyAt' : 'resolvedAt'}`,
        'must not precede createdAt',
        stoppedAt,
      )
    }
    if (!isInside(createdAt)) return
    const { state, mature } = readClockAt({ startedAt: createdAt, stoppedAt, pauses }, target, rule)
    visit({
      segment,
      createdAt,
      state: mature ? (state === 'met' ? 'met' : 'breached') : state === 'met' ? 'pendingMet' : 'pending',
    })
  })
}

type Read = (value: unknown, field: string) => number

function solutionOf(ticket: Ticket, { resolution }: TicketClockOptions, read: Read): number | undefined {
  const first = ticket.firstResolvedAt === undefined ? undefined : read(ticket.firstResolvedAt, 'firstResolvedAt')
  const last = ticket.resolvedAt === undefined ? undefined : read(ticket.resolvedAt, 'resolvedAt')
  return resolution === 'first' ? (first ?? last) : last
}

/** First public human reply; a ticket that an agent opened waits for the second public agent comment. */
function replyOf(ticket: Ticket, { bots }: TicketClockOptions, read: Read): number | undefined {
  if (ticket.replies === undefined) {
    return ticket.firstReplyAt === undefined ? undefined : read(ticket.firstReplyAt, 'firstReplyAt')
  }
  const instants = ticket.replies
    .map((reply, index) => ({ ...reply, instant: read(reply.at, `replies[${index}].at`) }))
    .filter(
      ({ author, isPublic }) => isPublic !== false && (author === 'agent' || (author === 'bot' && bots === 'include')),
    )
    .map(({ instant }) => instant)
    .sort((a, b) => a - b)
  return instants[ticket.createdBy === 'agent' ? 1 : 0]
}

function pausesOf(ticket: Ticket, read: Read): Clock['pauses'] {
  return (ticket.pauses ?? []).map(({ start, end }, index) => ({
    start: read(start, `pauses[${index}].start`),
    end: end === undefined ? undefined : read(end, `pauses[${index}].end`),
  }))
}

function targetOf(ticket: Ticket, { target }: TicketClockOptions, path: string): number | undefined {
  if (ticket.target !== undefined) {
    if (!(Number.isFinite(ticket.target) && ticket.target > 0)) {
      fail('INVALID_OPTION', `${path}.target`, 'must be milliseconds above 0', ticket.target)
    }
    return ticket.target
  }
  if (typeof target === 'number') return target
  const { priority } = ticket
  return priority !== undefined && Object.hasOwn(target, priority) ? target[priority] : undefined
}
