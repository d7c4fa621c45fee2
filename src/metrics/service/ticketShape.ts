import type { BusinessCalendar } from '../../calendar/model.js'
import type { TicketTimeOptions } from './ticketTimeOptions.js'

/** How the time of a ticket is read, defaults filled in: the part of a definition that its clock needs. */
export interface TicketShape {
  clock: 'resolution' | 'firstResponse'
  calendar: BusinessCalendar | null
  pauses: 'ignore' | 'subtract'
  bots?: 'exclude' | 'include'
  resolution?: 'full' | 'first' | 'requesterWait'
}

/** The defaults of a clock; automated replies matter to the first response, the solution to the resolution. */
export function ticketShape(clock: NonNullable<TicketTimeOptions['clock']>): TicketShape {
  const common = { clock, calendar: null, pauses: 'ignore' } as const
  return clock === 'firstResponse' ? { ...common, bots: 'exclude' } : { ...common, resolution: 'full' }
}
