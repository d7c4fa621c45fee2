import { type TicketShape, ticketShape } from './ticketShape.js'

/** The defaults of a service level, stated in its definition so that a tally can be held against options. */
export function slaDefaults(clock: TicketShape['clock'] | undefined): TicketShape & { operator: 'lte' } {
  return { operator: 'lte', ...ticketShape(clock ?? 'resolution') }
}
