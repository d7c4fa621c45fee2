import { fail } from '../internal/fail.js'
import { isDay } from '../internal/guards.js'
import { parseInstant } from '../internal/parseInstant.js'
import { startOfLocalDay } from './startOfLocalDay.js'

/** Bounds of what an instant may be: the years 1900 to 2200. */
export const earliestInstant = -2_208_988_800_000
/** The end of those years: no instant any more. */
export const latestInstant = 7_289_654_400_000

/** An instant as epoch milliseconds: ISO text with offset, whole epoch milliseconds, a Date, or a day's local midnight. */
export function readInstant(value: unknown, timeZone: string, path: string | (() => string)): number {
  const instant = decodeInstant(value, timeZone)
  if (Number.isNaN(instant)) {
    const at = typeof path === 'string' ? path : path()
    fail('INVALID_INSTANT', at, 'must be ISO 8601 with offset, epoch milliseconds, a Date or a day', value)
  }
  return instant
}

/** The same without an error: NaN for what is no instant of those years. */
export function decodeInstant(value: unknown, timeZone: string): number {
  const instant = decode(value, timeZone)
  return instant >= earliestInstant && instant < latestInstant ? instant : Number.NaN
}

function decode(value: unknown, timeZone: string): number {
  if (typeof value === 'string') {
    return value.length === 10 && isDay(value) ? startOfLocalDay(value, timeZone) : parseInstant(value)
  }
  if (typeof value === 'number') return Number.isInteger(value) ? value + 0 : Number.NaN
  return value instanceof Date ? value.getTime() : Number.NaN
}
