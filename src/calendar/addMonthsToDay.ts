import { TZDate } from '@date-fns/tz'
import { addMonths } from 'date-fns/addMonths'
import type { Day } from '../measurement.js'

/** The same day of the month a number of months on, or the last day of a shorter month. */
export function addMonthsToDay(day: Day, months: number): Day {
  const date = new TZDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 'UTC')
  return new Date(addMonths(date, months).getTime()).toISOString().slice(0, 10)
}
