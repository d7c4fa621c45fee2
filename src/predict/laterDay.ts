import { dayFromNumber, dayNumber } from '../calendar/dayNumber.js'
import type { Day } from '../measurement.js'

const lastDay = '9999-12-31'

/** The day so many days later; null for never, which is also what lies beyond the year 9999. */
export function laterDay(day: Day, days: number | null): Day | null {
  if (days === null) return null
  const number = dayNumber(day) + days
  return number > dayNumber(lastDay) ? null : dayFromNumber(number)
}
