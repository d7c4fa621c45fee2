import { createOpenTime } from '../../calendar/createOpenTime.js'
import { judgeClock } from '../../calendar/judgeClock.js'
import { assertOneOf } from '../../internal/guards.js'
import type { RecordSource, Ticket } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { Tally } from '../../tally/model.js'
import type { ReadContext, SourceRules } from '../internal/openSource.js'
import { assertTicketOptions } from './assertTicketOptions.js'
import type { TicketOptions } from './model.js'
import { readTicketTimes } from './readTicketTimes.js'
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
  source: RecordSource<Ticket> | Tally<object>,
  clock: TicketShape['clock'],
  options: TicketOptions & { readonly basis?: DurationShape['basis'] | undefined },
  segmentBy: TallyOptions<Ticket>['segmentBy'],
): SourceRules<TicketDuration, DurationShape> {
  const { calendar, pauses, bots, resolution, basis } = options
  assertTicketOptions({ clock, pauses, bots, resolution })
  if (basis !== undefined) assertOneOf(basis, ['created', 'closed'], 'options.basis')
  const own = clock === 'firstResponse' ? { bots } : { resolution }
  return {
    kind: 'durations',
    given: { clock, calendar, pauses, basis, ...own } as SourceRules<TicketDuration, DurationShape>['given'],
    defaults: { ...ticketShape(clock), basis: 'created' },
    read: (context) => readDurations(source as RecordSource<Ticket>, segmentBy, context),
    rowsOf: () => [],
  }
}

function readDurations(
  tickets: RecordSource<Ticket>,
  segmentBy: TallyOptions<Ticket>['segmentBy'],
  { asOf, timeZone, shape, exclusions, isInside }: ReadContext<DurationShape>,
): TicketDuration[] {
  const { calendar, basis, ...options } = shape
  const rule = { asOf, operator: 'lte', openTime: createOpenTime(calendar) } as const
  const durations: TicketDuration[] = []
  const isClosed = basis === 'closed'
  const context = {
    asOf,
    timeZone,
    options,
    segmentBy,
    exclusions,
    // By completion, a ticket that never was completed has no place: it counts anywhere.
    isInside: (createdAt: number, stoppedAt: number | undefined): boolean =>
      isClosed ? stoppedAt === undefined || isInside(stoppedAt) : isInside(createdAt),
  }
  readTicketTimes(tickets, context, ({ segment, createdAt, stoppedAt, followedUntil, pauses }) => {
    if (isClosed && stoppedAt === undefined) return
    const clock = { startedAt: createdAt, stoppedAt: stoppedAt ?? followedUntil, pauses }
    durations.push({
      at: isClosed ? (stoppedAt ?? createdAt) : createdAt,
      segment,
      milliseconds: judgeClock(clock, 1, rule).elapsed,
      completed: stoppedAt !== undefined,
    })
  })
  return durations
}
