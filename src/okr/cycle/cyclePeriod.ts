import { dayFromNumber, dayNumber } from '../../calendar/dayNumber.js'
import { fail } from '../../internal/fail.js'
import { assertDay, assertPlain } from '../../internal/guards.js'
import type { Cycle, DayPeriod } from '../models/cycle.js'

/**
 * Gives a cycle, stated by its first and last day, as a half-open period.
 *
 * @param cycle - first and last day, both inside
 * @returns the first day and the day after the last
 * @throws {@link RetentionOkrError} INVALID_DAY, INVALID_PERIOD for a last day before the first, INVALID_INPUT
 * @example
 * ```ts
 * import { cyclePeriod } from 'retention-okr/okr'
 *
 * const cycle = { id: 'q1', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' } as const
 * cyclePeriod(cycle) // => { start: '2026-01-01', end: '2026-04-01' }
 * ```
 * @since 0.1.0
 */
export function cyclePeriod(cycle: Pick<Cycle, 'firstDay' | 'lastDay'>): DayPeriod {
  assertPlain(cycle, 'cycle')
  const { first, last } = readDays(cycle)
  return { start: dayFromNumber(first), end: dayFromNumber(last + 1) }
}

/** First and last day as day numbers, in order. */
export function readDays({ firstDay, lastDay }: Pick<Cycle, 'firstDay' | 'lastDay'>): { first: number; last: number } {
  assertDay(firstDay, 'firstDay')
  assertDay(lastDay, 'lastDay')
  const [first, last] = [dayNumber(firstDay), dayNumber(lastDay)]
  if (last < first) fail('INVALID_PERIOD', 'lastDay', 'must not precede firstDay', last - first)
  return { first, last }
}
