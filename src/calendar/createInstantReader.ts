import { isDay } from '../internal/guards.js'
import { parseInstant } from '../internal/parseInstant.js'
import { earliestInstant, latestInstant, readInstant } from './readInstant.js'
import { startOfLocalDay } from './startOfLocalDay.js'

/** A reader of instants for many rows: local midnights are resolved once a day, not once a row. */
export function createInstantReader(timeZone: string): (value: unknown, path: () => string) => number {
  const days = new Map<string, number>()
  return (value, path) => {
    if (typeof value === 'string') {
      const instant = value.length === 10 ? startOf(value) : parseInstant(value)
      if (instant >= earliestInstant && instant < latestInstant) return instant
    }
    // The path is text that costs more than the instant: it is composed only for what is no usual text.
    return readInstant(value, timeZone, path)
  }

  function startOf(day: string): number {
    const known = days.get(day)
    if (known !== undefined) return known
    if (!isDay(day)) return Number.NaN
    const start = startOfLocalDay(day, timeZone)
    days.set(day, start)
    return start
  }
}
