import { assertPlain } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import { readDays } from '../cycle/cyclePeriod.js'
import type { Cadence } from '../models/cycle.js'
import { assertCadence, cadenceDay } from './cadenceDay.js'

/** One review day. */
export interface ReviewDate {
  /** The day. */
  on: Day
  /** One of the cycle, or the one that closes it. */
  kind: 'regular' | 'closing'
}

/**
 * Gives the review days of a cycle: whole cadences after the first day, and the last day as closing.
 *
 * Months step from the first day with the month end clamped: 31 January, 28 February, 31 March.
 *
 * @param data - first day, last day, cadence
 * @returns the days in order; the last one closes the cycle
 * @throws {@link RetentionOkrError} INVALID_DAY, INVALID_PERIOD, INVALID_OPTION for an unknown cadence, INVALID_INPUT
 * @example
 * ```ts
 * import { reviewDates } from 'retention-okr/okr'
 *
 * const dates = reviewDates({ firstDay: '2026-01-31', lastDay: '2026-04-30', cadence: 'monthly' })
 * dates.map(({ on }) => on) // => ['2026-02-28', '2026-03-31', '2026-04-30']
 * ```
 * @since 0.1.0
 */
export function reviewDates(data: {
  readonly firstDay: Day
  readonly lastDay: Day
  readonly cadence: Cadence
}): ReviewDate[] {
  assertPlain(data, 'data')
  const { firstDay, lastDay, cadence } = data
  readDays(data)
  assertCadence(cadence, 'cadence')
  const dates: ReviewDate[] = []
  for (let step = 1; ; step += 1) {
    const on = cadenceDay(firstDay, cadence, step)
    if (on >= lastDay) return [...dates, { on: lastDay, kind: 'closing' }]
    dates.push({ on, kind: 'regular' })
  }
}
