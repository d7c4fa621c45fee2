import { dayNumber } from '../calendar/dayNumber.js'
import type { FieldChannel } from './spec.js'

/**
 * A day on the x axis, in UTC: in the zone of the reader `2026-01-01` would show as 2025-12-31 west of Greenwich.
 *
 * Days of more than a year are labelled by month and year: the same day of two years would look alike.
 */
export function dayChannel(field: string, days: readonly string[]): FieldChannel {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const day of days) {
    const number = dayNumber(day)
    first = Math.min(first, number)
    last = Math.max(last, number)
  }
  const format = last - first > 366 ? '%b %Y' : '%d %b'
  return { field, type: 'temporal', scale: { type: 'utc' }, axis: { title: null, format, labelOverlap: true } }
}
