import { fail } from '../../internal/fail.js'
import { assertOneOf, assertPlain } from '../../internal/guards.js'
import { assertTicketOptions } from './assertTicketOptions.js'
import type { TicketClockOptions } from './createDeadlineReader.js'

/** The names of the options of a ticket's clock. */
export const ticketClockOptionNames = [
  'clock',
  'target',
  'operator',
  'calendar',
  'pauses',
  'bots',
  'resolution',
] as const

/** The options of a ticket's clock, whose target a tally need not be given. */
export interface GivenClockOptions extends Omit<TicketClockOptions, 'target'> {
  readonly target?: TicketClockOptions['target'] | undefined
}

/** Checks how a ticket's clock is to be read. */
export function assertTicketClockOptions(options: GivenClockOptions): void {
  const { target, operator } = options
  assertTicketOptions(options)
  if (operator !== undefined) assertOneOf(operator, ['lte', 'lt'], 'options.operator')
  if (target === undefined) return
  if (typeof target === 'number') assertTarget(target, 'options.target')
  else {
    assertPlain(target, 'options.target')
    for (const [priority, one] of Object.entries(target)) assertTarget(one, `options.target.${priority}`)
  }
}

function assertTarget(target: unknown, path: string): void {
  if (typeof target !== 'number' || !(Number.isFinite(target) && target > 0)) {
    fail('INVALID_OPTION', path, 'must be milliseconds above 0', target)
  }
}
