import { localDayNumber } from './localDayNumber.js'
import { earliestInstant, latestInstant } from './readInstant.js'
import { zoneOffset } from './zoneOffset.js'

const dayLength = 86_400_000

/** Where there is no day: the instant is outside the years that instants may be of. */
export const noDay = -(2 ** 31)

/** The calendar days of instants in a zone, as days from 1970-01-01: the zone is asked once a day of UTC, not once a row. */
export function localDaysOf(instants: Float64Array, timeZone: string): Int32Array {
  const days = new Int32Array(instants.length)
  const [earliest, latest] = [earliestInstant, latestInstant]
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let row = 0; row < days.length; row += 1) {
    const instant = instants[row] ?? Number.NaN
    const isInstant = instant >= earliest && instant < latest
    const day = isInstant ? Math.floor(instant / dayLength) : noDay
    days[row] = day
    if (!isInstant) continue
    if (day < first) first = day
    if (day > last) last = day
  }
  if (timeZone === 'UTC' || first > last) return days
  moveToZone(days, instants, timeZone, first, last)
  return days
}

/** In place of an offset: it is not known yet, or it changes within the day. */
const [unknown, changing] = [2 ** 31 - 1, 2 ** 31 - 2]

/** Days of UTC as those of a zone. */
function moveToZone(days: Int32Array, instants: Float64Array, timeZone: string, first: number, last: number): void {
  const offsets = new Int32Array(last - first + 1).fill(unknown)
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row] ?? noDay
    if (day === noDay) continue
    let offset = offsets[day - first] ?? unknown
    if (offset === unknown) {
      offset = offsetOfDay(day, timeZone)
      offsets[day - first] = offset
    }
    const instant = instants[row] ?? 0
    days[row] = offset === changing ? localDayNumber(instant, timeZone) : Math.floor((instant + offset) / dayLength)
  }
}

function offsetOfDay(day: number, timeZone: string): number {
  const offset = zoneOffset(day * dayLength, timeZone)
  return offset === zoneOffset((day + 1) * dayLength, timeZone) ? offset : changing
}
