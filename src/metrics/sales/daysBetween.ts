import { dayNumber } from '../../calendar/dayNumber.js'
import { localDay } from '../../calendar/localDay.js'

const dayLength = 86_400_000

/** Elapsed days of 24 hours, or calendar days of a zone, as when one of the ends is a day without a time. */
export function daysBetween(start: number, end: number, zoneOfDays: string | undefined): number {
  if (zoneOfDays === undefined) return (end - start) / dayLength
  return dayNumber(localDay(end, zoneOfDays)) - dayNumber(localDay(start, zoneOfDays))
}
