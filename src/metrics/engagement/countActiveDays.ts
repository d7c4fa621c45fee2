import { assertKnownOptions } from '../../internal/guards.js'
import type { ActivityEvent, RecordSource } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import { assertFlag } from '../internal/assertFlag.js'
import { type ActiveDayOptions, activeDayOptionNames, activeDaysOf } from './activeDaysOf.js'
import type { ActiveDayCounts } from './model.js'

/** Options of {@link countActiveDays}. */
export interface CountActiveDaysOptions extends ActiveDayOptions {
  /** Users with at least so many active days, instead of exactly so many; default false. */
  readonly cumulative?: boolean | undefined
}

/**
 * Counts the users of a window by their number of active days.
 *
 * The window and the active days are those of {@link measureStickiness}.
 *
 * @param source - activity events, or their tally of kind `activity`
 * @param options - instant of knowledge, window, weekdays, events a day, exactly or at least
 * @returns the days of the window, its users, and one count for each number of days from 1 to all
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INSTANT, INVALID_TIME_ZONE, CONFLICTING_RECORDS,
 * TALLY_MISMATCH
 * @example
 * ```ts
 * import { countActiveDays } from 'retention-okr/metrics'
 *
 * const events = [
 *   { customerId: 'a', at: '2024-03-01T09:00:00Z' },
 *   { customerId: 'a', at: '2024-03-02T09:00:00Z' },
 *   { customerId: 'b', at: '2024-03-02T10:00:00Z' },
 * ]
 * const { counts } = countActiveDays(events, { asOf: '2024-03-03', windowDays: 2, cumulative: true })
 * counts // => [{ activeDays: 1, users: 2 }, { activeDays: 2, users: 1 }]
 * ```
 * @since 0.1.0
 */
export function countActiveDays(
  source: RecordSource<ActivityEvent> | Tally<object>,
  options: CountActiveDaysOptions = {},
): ActiveDayCounts {
  assertKnownOptions(options, [...activeDayOptionNames, 'cumulative'])
  const { cumulative = false } = options
  assertFlag(cumulative, 'options.cumulative')
  const { days, byDays } = activeDaysOf(source, options)
  const counts = Array.from({ length: days }, (_, index) => ({ activeDays: index + 1, users: byDays[index + 1] ?? 0 }))
  const users = counts.reduce((sum, entry) => sum + entry.users, 0)
  if (cumulative) {
    let atLeast = 0
    for (const entry of counts.reverse()) {
      atLeast += entry.users
      entry.users = atLeast
    }
    counts.reverse()
  }
  return { days, users, counts }
}
