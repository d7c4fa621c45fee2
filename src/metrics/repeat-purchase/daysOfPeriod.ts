import { dayNumber } from '../../calendar/dayNumber.js'
import { localDay } from '../../calendar/localDay.js'

/** Local days from the start of a period to its end as cut, at least 1. */
export function daysOfPeriod(
  { start, until }: { readonly start: number; readonly until: number },
  timeZone: string,
): number {
  return Math.max(1, dayNumber(localDay(until - 1, timeZone)) + 1 - dayNumber(localDay(start, timeZone)))
}
