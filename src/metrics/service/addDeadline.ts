import type { TicketReading } from './createDeadlineReader.js'
import type { SlaCounts } from './model.js'

/** Counts one deadline; one that is pending and already met is both. */
export function addDeadline(counts: SlaCounts, state: TicketReading['state']): void {
  if (state === 'pendingMet') counts.pending += 1
  counts[state] += 1
}
