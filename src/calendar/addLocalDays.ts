import { instantOfWallTime, wallTimeOf } from './wallTime.js'

const dayLength = 86_400_000

/** The same wall time a number of calendar days on; a day may have 23 or 25 hours. */
export function addLocalDays(instant: number, days: number, timeZone: string): number {
  if (days === 0) return instant
  return instantOfWallTime(wallTimeOf(instant, timeZone) + days * dayLength, timeZone)
}
