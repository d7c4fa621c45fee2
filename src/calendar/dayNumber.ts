import type { Day } from '../measurement.js'

const dayLength = 86_400_000

/** Days from 1970-01-01 to a calendar day. */
export function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / dayLength
}

/** The calendar day that many days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  return new Date(number * dayLength).toISOString().slice(0, 10)
}
