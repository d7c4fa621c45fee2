import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../internal/guards.js'
import type { Day, Period } from '../measurement.js'
import { addMonthsToDay } from './addMonthsToDay.js'
import { assertTimeZone } from './assertTimeZone.js'
import { dayFromNumber, dayNumber } from './dayNumber.js'
import { localDay } from './localDay.js'
import type { PeriodGrid, Weekday } from './model.js'
import { readPeriod } from './readPeriod.js'
import { startOfLocalDay } from './startOfLocalDay.js'

/** Options of {@link periodGrid}. */
export interface PeriodGridOptions {
  /** Length of a period. */
  readonly unit: PeriodGrid['unit']
  /** IANA zone in which days begin; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** First day of a week; default `'monday'`. */
  readonly weekStartsOn?: Weekday | undefined
  /** Month, 1 to 12, that opens years and quarters; default 1. */
  readonly fiscalYearStartMonth?: number | undefined
}

const units = ['day', 'week', 'month', 'quarter', 'year'] as const
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const monthsOf = { month: 1, quarter: 3, year: 12 } as const

/** A period index fits into a 16-bit column. */
const maximumPeriods = 32_767

/**
 * Lists every whole calendar period that meets a range, by its bounds.
 *
 * Days begin at local midnight of the zone, so a period may have an hour more or less than its days suggest.
 *
 * @param range - half-open range `[start, end)`
 * @param options - unit, zone, first day of the week, first month of the fiscal year
 * @returns bounds in epoch milliseconds, ascending; n + 1 of them for n periods
 * @throws {@link RetentionOkrError} INVALID_PERIOD when the range does not end after it starts
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown unit, weekday or month
 * @throws {@link RetentionOkrError} INVALID_TIME_ZONE for an unknown zone
 * @throws {@link RetentionOkrError} TOO_LARGE for more than 32,767 periods
 * @example
 * ```ts
 * import { periodGrid } from 'retention-okr/calendar'
 *
 * const range = { start: '2024-03-10', end: '2024-03-11' }
 * const grid = periodGrid(range, { unit: 'month', timeZone: 'Europe/Madrid' })
 * grid.bounds.map((bound) => new Date(bound).toISOString()) // => ['2024-02-29T23:00:00.000Z', '2024-03-31T22:00:00.000Z']
 * ```
 * @since 0.1.0
 */
export function periodGrid(range: Period, options: PeriodGridOptions): PeriodGrid {
  assertKnownOptions(options, ['unit', 'timeZone', 'weekStartsOn', 'fiscalYearStartMonth'])
  const { unit, timeZone = 'UTC', weekStartsOn = 'monday', fiscalYearStartMonth = 1 } = options
  assertOneOf(unit, units, 'options.unit')
  assertOneOf(weekStartsOn, weekdays, 'options.weekStartsOn')
  assertInteger(fiscalYearStartMonth, { minimum: 1, maximum: 12 }, 'options.fiscalYearStartMonth')
  assertTimeZone(timeZone)
  const { start, end } = readPeriod(range, timeZone, 'range')
  const first = firstDay(localDay(start, timeZone), unit, weekdays.indexOf(weekStartsOn), fiscalYearStartMonth)
  const bounds = [startOfLocalDay(first, timeZone)]
  for (let index = 1; (bounds.at(-1) ?? end) < end; index += 1) {
    if (index > maximumPeriods) fail('TOO_LARGE', 'range', `at most ${maximumPeriods} periods`, index)
    const bound = startOfLocalDay(dayAfter(first, unit, index), timeZone)
    // A zone can skip a whole day: it has no period of its own.
    if (bound > (bounds.at(-1) ?? 0)) bounds.push(bound)
  }
  return { unit, timeZone, bounds }
}

/** First day of the period that holds a day. */
function firstDay(day: Day, unit: PeriodGrid['unit'], weekStart: number, fiscalStart: number): Day {
  if (unit === 'day') return day
  const number = dayNumber(day)
  // 1970-01-01 was a Thursday, day 3 of a week that starts on Monday.
  if (unit === 'week') return dayFromNumber(number - ((((number + 3 - weekStart) % 7) + 7) % 7))
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const offset = (((months - (fiscalStart - 1)) % monthsOf[unit]) + monthsOf[unit]) % monthsOf[unit]
  return addMonthsToDay(`${day.slice(0, 8)}01`, -offset)
}

function dayAfter(first: Day, unit: PeriodGrid['unit'], periods: number): Day {
  if (unit === 'day') return dayFromNumber(dayNumber(first) + periods)
  if (unit === 'week') return dayFromNumber(dayNumber(first) + 7 * periods)
  return addMonthsToDay(first, monthsOf[unit] * periods)
}
