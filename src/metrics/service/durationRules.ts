import { createOpenTime } from '../../calendar/createOpenTime.js'
import { judgeClock } from '../../calendar/judgeClock.js'
import { assertOneOf } from '../../internal/guards.js'
import type { Ticket, TicketColumns } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createKeys, type Key } from '../../tally/createKeys.js'
import type { Feed } from '../../tally/readSource.js'
import type { ReadContext, RecordRules } from '../internal/openSource.js'
import { recordRules } from '../internal/recordRules.js'
import { assertColumnClock } from './assertColumnClock.js'
import { assertTicketOptions } from './assertTicketOptions.js'
import { createDurationColumns, type DurationColumns } from './createDurationColumns.js'
import { createTicketReader, ticketSource } from './createTicketReader.js'
import type { TicketOptions } from './model.js'
import { readTicketColumns } from './readTicketColumns.js'
import { type TicketShape, ticketShape } from './ticketShape.js'

/** The options that shape a tally of durations. */
export interface DurationShape extends TicketShape {
  basis: 'created' | 'closed'
}

/** How the durations of tickets are read; of records one set of columns, of a tally lists, no single ones. */
export function durationRules(
  source: object,
  clock: TicketShape['clock'],
  options: TicketOptions & { readonly basis?: DurationShape['basis'] | undefined },
  segmentBy: TallyOptions<Ticket>['segmentBy'],
): RecordRules<Ticket, DurationColumns, DurationShape> {
  const { calendar, pauses, bots, resolution, basis } = options
  assertTicketOptions({ clock, pauses, bots, resolution })
  assertColumnClock(source, options)
  if (basis !== undefined) assertOneOf(basis, ['created', 'closed'], 'options.basis')
  const own = clock === 'firstResponse' ? { bots } : { resolution }
  return recordRules<Ticket, DurationColumns, DurationShape>(source, ticketSource, {
    kind: 'durations',
    given: { clock, calendar, pauses, basis, ...own } as RecordRules<Ticket, DurationColumns, DurationShape>['given'],
    defaults: { ...ticketShape(clock), basis: 'created' },
    feed: (context) => durationFeed(source, segmentBy, context),
    rowsOf: () => [],
  })
}

function durationFeed(
  source: object,
  segmentBy: TallyOptions<Ticket>['segmentBy'],
  { asOf, timeZone, shape, duplicates, exclusions, isInside }: ReadContext<DurationShape>,
): Feed<Ticket, DurationColumns[]> {
  const { calendar, basis, ...options } = shape
  const rule = { asOf, operator: 'lte', openTime: createOpenTime(calendar) } as const
  const durations = createDurationColumns(createKeys('segments', source))
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
    // Always open and never paused: the time between.
    const between = (): number => Math.max(0, (stoppedAt ?? followedUntil) - createdAt)
    if (pauses.length === 0 && calendar === null) return keep(createdAt, segment, stoppedAt, between())
    const clock = { startedAt: createdAt, stoppedAt: stoppedAt ?? followedUntil, pauses }
    keep(createdAt, segment, stoppedAt, judgeClock(clock, 1, rule).elapsed)
  })
  return {
    add,
    addColumns: (columns) => durations.take(readTicketColumns(columns as TicketColumns, context, basis, add)),
    finish: () => [durations],
  }

  function keep(createdAt: number, segment: Key | undefined, stoppedAt: number | undefined, elapsed: number): void {
    if (isClosed && stoppedAt === undefined) return
    durations.add(isClosed ? (stoppedAt ?? createdAt) : createdAt, segment, elapsed, stoppedAt !== undefined)
  }
}
