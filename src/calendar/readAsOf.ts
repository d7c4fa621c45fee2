import { fail } from '../internal/fail.js'
import { readInstant } from './readInstant.js'

/** The instant of knowledge: a required option. */
export function readAsOf(asOf: unknown, timeZone: string): number {
  if (asOf === undefined) fail('INVALID_OPTION', 'options.asOf', 'is required', asOf)
  return readInstant(asOf, timeZone, 'options.asOf')
}
