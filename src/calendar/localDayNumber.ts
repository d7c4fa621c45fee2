import { wallTimeOf } from './wallTime.js'

const dayLength = 86_400_000

/** The calendar day of an instant in a zone, as days from 1970-01-01. */
export function localDayNumber(instant: number, timeZone: string): number {
  return Math.floor(wallTimeOf(instant, timeZone) / dayLength)
}
