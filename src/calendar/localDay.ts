import type { Day } from '../measurement.js'
import { dayFromNumber } from './dayNumber.js'
import { wallTimeOf } from './wallTime.js'

const dayLength = 86_400_000

/** The calendar day of an instant in a zone. */
export function localDay(instant: number, timeZone: string): Day {
  return dayFromNumber(Math.floor(wallTimeOf(instant, timeZone) / dayLength))
}
