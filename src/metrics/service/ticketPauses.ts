import type { Clock } from '../../calendar/judgeClock.js'
import type { Ticket } from '../../records/model.js'
import { nestedRecords } from '../internal/nestedRecords.js'
import type { TicketTimeOptions } from './ticketTimeOptions.js'

/** Reads an instant of a ticket; its field is for an error. */
export type ReadField = (value: unknown, field: string) => number

/** Times that do not count; undefined when they cannot be known. */
export function ticketPauses(
  ticket: Ticket,
  options: TicketTimeOptions,
  read: ReadField,
  path: () => string,
): Clock['pauses'] | undefined {
  const own = options.pauses === 'subtract' ? (ticket.pauses ?? []) : []
  const pauses = own.length === 0 ? none : readPauses(nestedRecords(own, `${path()}.pauses`), read)
  if (options.clock === 'firstResponse' || options.resolution !== 'requesterWait') return pauses
  return ticket.statusHistory === undefined
    ? undefined
    : [...pauses, ...ownWaits(nestedRecords(ticket.statusHistory, `${path()}.statusHistory`), read)]
}

/** No pauses: one list for all tickets. */
const none: Clock['pauses'] = []

function readPauses(pauses: NonNullable<Ticket['pauses']>, read: ReadField): Clock['pauses'] {
  return pauses.map(({ start, end }, index) => ({
    start: read(start, `pauses[${index}].start`),
    end: end === undefined ? undefined : read(end, `pauses[${index}].end`),
  }))
}

/** Statuses in which the requester waits for us. */
const waiting = ['new', 'open', 'hold']

/** Times in which the requester does not wait: from an entry into another status to the next entry. */
function ownWaits(
  history: NonNullable<Ticket['statusHistory']>,
  read: ReadField,
): { start: number; end: number | undefined }[] {
  const entries = history
    .map(({ at, status }, index) => ({ status, start: read(at, `statusHistory[${index}].at`) }))
    .sort((a, b) => a.start - b.start)
  return entries
    .map(({ status, start }, index) => ({ status, start, end: entries[index + 1]?.start }))
    .filter(({ status }) => !waiting.includes(status))
    .map(({ start, end }) => ({ start, end }))
}
