import { addMonthsToDay } from '../../calendar/addMonthsToDay.js'
import { dayFromNumber, dayNumber } from '../../calendar/dayNumber.js'
import { assertDay, assertInteger, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import type { Cycle } from '../models/cycle.js'

/** Options of {@link cycleContaining}. */
export interface CycleContainingOptions {
  /** Length of the cycle; default `'quarter'`. */
  readonly kind?: 'month' | 'quarter' | 'half_year' | 'year' | undefined
  /** Month, 1 to 12, that opens years, half years and quarters; default 1. */
  readonly fiscalYearStartMonth?: number | undefined
}

const months = { month: 1, quarter: 3, half_year: 6, year: 12 } as const

/**
 * Gives the month, quarter, half year or year that holds a day.
 *
 * @param day - a calendar day
 * @param options - length, first month of the fiscal year (1 to 12)
 * @returns the cycle, both days inside, with an id of its kind and first day
 * @throws {@link RetentionOkrError} INVALID_DAY for a day that is none, INVALID_OPTION
 * @example
 * ```ts
 * import { cycleContaining } from 'retention-okr/okr'
 *
 * cycleContaining('2026-02-14').lastDay // => '2026-03-31'
 * cycleContaining('2026-02-14', { kind: 'year', fiscalYearStartMonth: 7 }).id // => 'year-2025-07-01'
 * ```
 * @since 0.1.0
 */
export function cycleContaining(day: Day, options: CycleContainingOptions = {}): Cycle {
  assertDay(day, 'day')
  assertKnownOptions(options, ['kind', 'fiscalYearStartMonth'])
  const { kind = 'quarter', fiscalYearStartMonth = 1 } = options
  assertOneOf(kind, ['month', 'quarter', 'half_year', 'year'], 'options.kind')
  assertInteger(fiscalYearStartMonth, { minimum: 1, maximum: 12 }, 'options.fiscalYearStartMonth')
  const length = months[kind]
  const monthsSinceStart = Number(day.slice(5, 7)) - fiscalYearStartMonth + 12
  const firstDay = addMonthsToDay(`${day.slice(0, 8)}01`, -(monthsSinceStart % length))
  const lastDay = dayFromNumber(dayNumber(addMonthsToDay(firstDay, length)) - 1)
  return { id: `${kind}-${firstDay}`, kind, firstDay, lastDay }
}
