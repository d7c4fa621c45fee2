import { dayFromNumber } from '../../calendar/dayNumber.js'
import { localDayNumber } from '../../calendar/localDayNumber.js'
import { type LocalDays, localDays } from '../../calendar/localDays.js'
import { startOfLocalDay } from '../../calendar/startOfLocalDay.js'

/** The last complete local days before an instant, and which of them count. */
export interface ActiveDayWindow {
  /** The instants between which they lie. */
  from: number
  until: number
  /** The first of them, as days from 1970-01-01. */
  first: number
  /** 1 for each day that counts, by its distance from the first. */
  isDay: Uint8Array
  /** Number of days that count. */
  days: number
  /** Place of the last day that counts, -1 without any. */
  last: number
  offsets: LocalDays
}

/** The window of so many days before the day of an instant; 1970-01-01 was a Thursday. */
export function activeDayWindow(
  asOf: number,
  timeZone: string,
  { windowDays, weekdaysOnly }: { readonly windowDays: number; readonly weekdaysOnly: boolean },
): ActiveDayWindow {
  const today = localDayNumber(asOf, timeZone)
  const first = today - windowDays
  const isDay = new Uint8Array(windowDays)
  for (let place = 0; place < windowDays; place += 1) {
    const weekday = (((first + place + 3) % 7) + 7) % 7
    if (!weekdaysOnly || weekday < 5) isDay[place] = 1
  }
  const [from, until] = [first, today].map((day) => startOfLocalDay(dayFromNumber(day), timeZone)) as [number, number]
  const days = isDay.reduce((sum, one) => sum + one, 0)
  return { from, until, first, isDay, days, last: isDay.lastIndexOf(1), offsets: localDays(from, until, timeZone) }
}
