import { createOpenTime } from '../../calendar/createOpenTime.js'
import { judgeClock } from '../../calendar/judgeClock.js'
import type { Exclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import type { Ticket } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { DuplicateRule } from '../../tally/model.js'
import { assertColumnClock } from './assertColumnClock.js'
import { createTicketReader } from './createTicketReader.js'
import type { TicketOptions } from './model.js'

/** Which time of a ticket is held against which target. */
export interface TicketClockOptions extends TicketOptions {
  /** `'resolution'` (default) or `'firstResponse'`. */
  readonly clock?: 'resolution' | 'firstResponse' | undefined
  /** Target in milliseconds, or one for each priority; a ticket's own target wins; required. */
  readonly target: number | { readonly [priority: string]: number }
  /** Whether exactly the target is in time; default `'lte'`. */
  readonly operator?: 'lte' | 'lt' | undefined
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
  /** Who answers for ids that come twice; default the check. */
  duplicates: DuplicateRule | undefined
  exclusions: Exclusions
  isInside: (createdAt: number) => boolean
}

/** Reads the deadline of one ticket after another; those left out are counted by reason when they lie inside. */
export function createDeadlineReader(
  source: object,
  { asOf, timeZone, options, segmentBy, duplicates, exclusions, isInside }: TicketContext,
  visit: (reading: TicketReading) => void,
): (ticket: Ticket, index: number) => void {
  assertColumnClock(source, options)
  const rule = {
    asOf,
    operator: options.operator ?? 'lte',
    openTime: createOpenTime(options.calendar ?? null),
  } as const
  const contentOf = (ticket: Ticket, path: () => string): number | undefined => targetOf(ticket, options, path)
  const context = { asOf, timeZone, options, segmentBy, duplicates, exclusions, isInside, contentOf }
  return createTicketReader(source, context, ({ ticket, path, segment, createdAt, stoppedAt, pauses, leaveOut }) => {
    const target = targetOf(ticket, options, path)
    if (target === undefined) return leaveOut('no_target')
    if (!isInside(createdAt)) return
    const { state, mature } = judgeClock({ startedAt: createdAt, stoppedAt, pauses }, target, rule)
    visit({
      segment,
      createdAt,
      state: mature ? (state === 'met' ? 'met' : 'breached') : state === 'met' ? 'pendingMet' : 'pending',
    })
  })
}

function targetOf(ticket: Ticket, { target }: TicketClockOptions, path: () => string): number | undefined {
  if (ticket.target !== undefined) {
    if (!(Number.isFinite(ticket.target) && ticket.target > 0)) {
      fail('INVALID_OPTION', `${path()}.target`, 'must be milliseconds above 0', ticket.target)
    }
    return ticket.target
  }
  if (typeof target === 'number') return target
  const { priority } = ticket
  return priority !== undefined && Object.hasOwn(target, priority) ? target[priority] : undefined
}
