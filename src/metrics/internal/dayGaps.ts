import { dayNumber } from '../../calendar/dayNumber.js'
import { localDay } from '../../calendar/localDay.js'
import type { Observation } from '../../statistics/model.js'

/**
 * The gaps in days between the distinct local days of one customer's instants.
 *
 * The last one is open: it has lasted from the last day to the day of `asOf`, and nobody knows how long it will.
 */
export function dayGaps(instants: Iterable<number>, asOf: number, timeZone: string): Observation[] {
  const days = new Set<number>()
  for (const at of instants) days.add(dayNumber(localDay(at, timeZone)))
  const sorted = [...days].sort((a, b) => a - b)
  return sorted.map((day, index) => {
    const next = sorted[index + 1]
    return next === undefined
      ? { time: dayNumber(localDay(asOf, timeZone)) - day, event: false }
      : { time: next - day, event: true }
  })
}
