import { fail } from '../internal/fail.js'
import { isDay } from '../internal/guards.js'

/** A calendar day from 1900 to 2200; on a chart it is an instant, its midnight in UTC. */
export function readDay(value: unknown, path: string): string {
  if (!isDay(value)) fail('INVALID_INSTANT', path, 'must be a calendar day YYYY-MM-DD from 1900 to 2200', value)
  return value
}
