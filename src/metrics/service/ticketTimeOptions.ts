import type { TicketOptions } from './model.js'

/** Which time of a ticket is read, and how. */
export interface TicketTimeOptions extends Omit<TicketOptions, 'calendar'> {
  readonly clock?: 'resolution' | 'firstResponse' | undefined
}
