import { tzOffset } from '@date-fns/tz/tzOffset'

const dayLength = 86_400_000
const mostDays = 40_000

/** Offsets that hold for a whole UTC day, by zone and day; NaN for a day within which the clock changes. */
const offsetsOfDays = new Map<string, Map<number, number>>()

/** Offset of a zone from UTC at an instant, in milliseconds; positive east of Greenwich. */
export function zoneOffset(instant: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0
  const day = Math.floor(instant / dayLength)
  const known = offsetOfDay(day, timeZone)
  return Number.isNaN(known) ? offsetAt(instant, timeZone) : known
}

/** The offset of a UTC day: asking for it costs a thousand times more than remembering it. */
function offsetOfDay(day: number, timeZone: string): number {
  let days = offsetsOfDays.get(timeZone)
  // Bounded, so that a long-running process that sees every century does not grow.
  if (days === undefined || days.size >= mostDays) {
    days = new Map()
    offsetsOfDays.set(timeZone, days)
  }
  const known = days.get(day)
  if (known !== undefined) return known
  const first = offsetAt(day * dayLength, timeZone)
  const offset = first === offsetAt((day + 1) * dayLength, timeZone) ? first : Number.NaN
  days.set(day, offset)
  return offset
}

function offsetAt(instant: number, timeZone: string): number {
  return Math.round(tzOffset(timeZone, new Date(instant)) * 60_000)
}
