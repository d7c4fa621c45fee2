import { createOpenTime } from '../../calendar/createOpenTime.js'
import { judgeClock } from '../../calendar/judgeClock.js'
import { assertOneOf } from '../../internal/guards.js'
import type { Ticket } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { Feed } from '../../tally/readSource.js'
import type { ReadContext, RecordRules } from '../internal/openSource.js'
import { recordRules } from '../internal/recordRules.js'
import { assertColumnClock } from './assertColumnClock.js'
import { assertTicketOptions } from './assertTicketOptions.js'
import { createTicketReader, ticketSource } from './createTicketReader.js'
import type { TicketOptions } from './model.js'
import { type TicketShape, ticketShape } from './ticketShape.js'

/** The options that shape a tally of durations. */
export interface DurationShape extends TicketShape {
  basis: 'created' | 'closed'
}

/** The duration of a ticket, placed by its creation or its completion. */
export interface TicketDuration {
  at: number
  segment: string | undefined
  milliseconds: number
  completed: boolean
}

/** How the durations of tickets are read; a tally of them gives lists, no single ones. */
export function durationRules(
  source: object,
  clock: TicketShape['clock'],
  options: TicketOptions & { readonly basis?: DurationShape['basis'] | undefined },
  segmentBy: TallyOptions<Ticket>['segmentBy'],
): RecordRules<Ticket, TicketDuration, DurationShape> {
  const { calendar, pauses, bots, resolution, basis } = options
  assertTicketOptions({ clock, pauses, bots, resolution })
  assertColumnClock(source, options)
  if (basis !== undefined) assertOneOf(basis, ['created', 'closed'], 'options.basis')
  const own = clock === 'firstResponse' ? { bots } : { resolution }
  return recordRules<Ticket, TicketDuration, DurationShape>(source, ticketSource, {
    kind: 'durations',
    given: { clock, calendar, pauses, basis, ...own } as RecordRules<Ticket, TicketDuration, DurationShape>['given'],
    defaults: { ...ticketShape(clock), basis: 'created' },
    feed: (context) => durationFeed(source, segmentBy, context),
    rowsOf: () => [],
  })
}

function durationFeed(
  source: object,
  segmentBy: TallyOptions<Ticket>['segmentBy'],
  { asOf, timeZone, shape, duplicates, exclusions, isInside }: ReadContext<DurationShape>,
): Feed<Ticket, TicketDuration[]> {
  const { calendar, basis, ...options } = shape
  const rule = { asOf, operator: 'lte', openTime: createOpenTime(calendar) } as const
  const durations: TicketDuration[] = []
  const isClosed = basis === 'closed'
  const context = {
    asOf,
    timeZone,
    options,
    segmentBy,
    duplicates,
    exclusions,
    // By completion, a ticket that never was completed has no place: it counts anywhere.
    isInside: (createdAt: number, stoppedAt: number | undefined): boolean =>
      isClosed ? stoppedAt === undefined || isInside(stoppedAt) : isInside(createdAt),
  }
  const add = createTicketReader(source, context, ({ segment, createdAt, stoppedAt, followedUntil, pauses }) => {
    if (isClosed && stoppedAt === undefined) return
    const clock = { startedAt: createdAt, stoppedAt: stoppedAt ?? followedUntil, pauses }
    durations.push({
      at: isClosed ? (stoppedAt ?? createdAt) : createdAt,
      segment,
      milliseconds: judgeClock(clock, 1, rule).elapsed,
      completed: stoppedAt !== undefined,
    })
  })
  return { add, finish: () => durations }
}
