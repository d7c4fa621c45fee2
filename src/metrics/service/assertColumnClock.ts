import { fail } from '../../internal/fail.js'
import { isColumns } from '../../tally/isColumns.js'
import type { TicketOptions } from './model.js'

/** Columns of tickets hold two instants in calendar time: what else a clock may read takes records. */
export function assertColumnClock(source: object, { calendar, pauses, bots, resolution }: TicketOptions): void {
  if (!isColumns(source)) return
  const wrong = Object.entries({
    calendar: calendar !== undefined && calendar !== null,
    pauses: pauses === 'subtract',
    bots: bots === 'include',
    resolution: resolution !== undefined && resolution !== 'full',
  }).find(([, isAsked]) => isAsked)
  if (wrong !== undefined) fail('INVALID_OPTION', `options.${wrong[0]}`, 'takes tickets as records', 'columns')
}
