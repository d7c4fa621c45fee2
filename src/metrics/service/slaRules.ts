import { fail } from '../../internal/fail.js'
import type { RecordSource, Ticket } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { isTally } from '../../tally/isTally.js'
import type { SourceRules } from '../internal/openSource.js'
import { assertTicketClockOptions, type GivenClockOptions } from './assertTicketClockOptions.js'
import { readTicketClocks, type TicketClockOptions, type TicketReading } from './readTicketClocks.js'
import { type TicketShape, ticketShape } from './ticketShape.js'

/** The options that shape a tally of deadlines. */
export interface SlaShape extends TicketShape {
  target: TicketClockOptions['target']
  operator: 'lte' | 'lt'
}

/** How the deadlines of tickets are read; a tally of them holds counts, no readings. */
export function slaRules(
  source: object,
  options: GivenClockOptions,
  segmentBy: TallyOptions<Ticket>['segmentBy'],
): SourceRules<TicketReading, SlaShape> {
  const { target, operator, calendar, pauses, bots, resolution } = options
  const isCounted = isTally(source)
  if (target === undefined && !isCounted) fail('INVALID_OPTION', 'options.target', 'is required', target)
  assertTicketClockOptions(options)
  const known = isCounted ? (source.definition as Partial<SlaShape> | undefined)?.clock : undefined
  const clock = options.clock ?? known ?? 'resolution'
  const own = clock === 'firstResponse' ? { bots } : { resolution }
  return {
    kind: 'sla-attainment',
    given: { target, operator, clock: options.clock, calendar, pauses, ...own },
    defaults: { operator: 'lte', ...ticketShape(clock), target: target ?? 0 },
    read: ({ asOf, timeZone, shape, exclusions, isInside }) => {
      const readings: TicketReading[] = []
      const context = { asOf, timeZone, options: shape, segmentBy }
      readTicketClocks(source as RecordSource<Ticket>, context, exclusions, isInside, (reading) =>
        readings.push(reading),
      )
      return readings
    },
    rowsOf: () => [],
  }
}
