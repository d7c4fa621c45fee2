import type { Day } from '../measurement.js'
import { dayNumber } from './dayNumber.js'
import { instantOfWallTime } from './wallTime.js'

const dayLength = 86_400_000

/** The instant at which a calendar day begins in a zone; midnight, or the end of the gap that skips it. */
export function startOfLocalDay(day: Day, timeZone: string): number {
  return instantOfWallTime(dayNumber(day) * dayLength, timeZone)
}
