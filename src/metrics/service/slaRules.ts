import { fail } from '../../internal/fail.js'
import type { Ticket } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { isTally } from '../../tally/isTally.js'
import type { RecordRules } from '../internal/openSource.js'
import { recordRules } from '../internal/recordRules.js'
import { assertTicketClockOptions, type GivenClockOptions } from './assertTicketClockOptions.js'
import { createDeadlineReader, type TicketClockOptions, type TicketReading } from './createDeadlineReader.js'
import { ticketSource } from './createTicketReader.js'
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
): RecordRules<Ticket, TicketReading, SlaShape> {
  const { target, operator, calendar, pauses, bots, resolution } = options
  const isCounted = isTally(source)
  if (target === undefined && !isCounted) fail('INVALID_OPTION', 'options.target', 'is required', target)
  assertTicketClockOptions(options)
  const known = isCounted ? (source.definition as Partial<SlaShape> | undefined)?.clock : undefined
  const clock = options.clock ?? known ?? 'resolution'
  const own = clock === 'firstResponse' ? { bots } : { resolution }
  return recordRules<Ticket, TicketReading, SlaShape>(source, ticketSource, {
    kind: 'sla-attainment',
    given: { target, operator, clock: options.clock, calendar, pauses, ...own },
    defaults: { operator: 'lte', ...ticketShape(clock), target: target ?? 0 },
    feed: ({ asOf, timeZone, shape, duplicates, exclusions, isInside }) => {
      const readings: TicketReading[] = []
      const context = { asOf, timeZone, options: shape, segmentBy, duplicates, exclusions, isInside }
      const add = createDeadlineReader(source, context, (reading) => readings.push(reading))
      return { add, finish: () => readings }
    },
    rowsOf: () => [],
  })
}
