import { assertOneOf } from '../../internal/guards.js'
import type { TicketTimeOptions } from './ticketTimeOptions.js'

/** Checks which time of a ticket is to be read; the calendar is checked when it is read. */
export function assertTicketOptions({ clock, pauses, bots, resolution }: TicketTimeOptions): void {
  if (clock !== undefined) assertOneOf(clock, ['resolution', 'firstResponse'], 'options.clock')
  if (pauses !== undefined) assertOneOf(pauses, ['ignore', 'subtract'], 'options.pauses')
  if (bots !== undefined) assertOneOf(bots, ['exclude', 'include'], 'options.bots')
  if (resolution !== undefined) assertOneOf(resolution, ['full', 'first', 'requesterWait'], 'options.resolution')
}
