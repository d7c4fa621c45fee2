import { isDay } from '../internal/guards.js'
import { decodeInstant, readInstant } from './readInstant.js'
import { startOfLocalDay } from './startOfLocalDay.js'

/** A reader of instants for many rows: local midnights are resolved once a day, not once a row. */
export function createInstantReader(timeZone: string): (value: unknown, path: () => string) => number {
  const days = new Map<string, number>()
  return (value, path) => {
    if (typeof value === 'string' && value.length === 10) {
      const cached = days.get(value)
      if (cached !== undefined) return cached
      if (isDay(value)) {
        const start = startOfLocalDay(value, timeZone)
        days.set(value, start)
        return start
      }
    }
    const instant = decodeInstant(value, timeZone)
    // The path is text that costs more than the instant: it is composed only for an error.
    return Number.isNaN(instant) ? readInstant(value, timeZone, path()) : instant
  }
}
