import { assertKnownOptions } from '../../internal/guards.js'
import type { ActivityEvent, RecordSource } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { type ActiveDayOptions, activeDayOptionNames, activeDaysOf } from './activeDaysOf.js'
import type { StickinessMeasurement } from './model.js'
import { type StickinessOptions, stickiness } from './stickiness.js'

/** Options of {@link measureStickiness}. */
export interface MeasureStickinessOptions extends ActiveDayOptions, StickinessOptions {}

/**
 * Measures how many of a window's days its users are active, as {@link stickiness} defines it.
 *
 * The window is the last complete local days before the day of `asOf`; several events of a user on one day are one active
 * day, a day with fewer than `minimumEvents` none. Users without an active day in the window are not counted.
 *
 * @param source - activity events, or their tally of kind `activity`
 * @param options - instant of knowledge, window, weekdays, events a day, method, level
 * @returns `stickiness` as a ratio 0..1; null, reason `empty_base`, without active users; left out: `duplicate`, `future`
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INSTANT, INVALID_TIME_ZONE, CONFLICTING_RECORDS,
 * TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureStickiness } from 'retention-okr/metrics'
 *
 * const events = [
 *   { customerId: 'a', at: '2024-03-01T09:00:00Z' },
 *   { customerId: 'a', at: '2024-03-02T09:00:00Z' },
 *   { customerId: 'b', at: '2024-03-02T10:00:00Z' },
 * ]
 * const measured = measureStickiness(events, { asOf: '2024-03-03', windowDays: 2 })
 * measured.value // => 0.75
 * measured.activeDaysPerUser // => 1.5
 * ```
 * @since 0.1.0
 */
export function measureStickiness(
  source: RecordSource<ActivityEvent> | Tally<object>,
  options: MeasureStickinessOptions = {},
): StickinessMeasurement {
  assertKnownOptions(options, [...activeDayOptionNames, 'method', 'level', 'interval'])
  const { method, level, interval } = options
  const { days, byDays, lastDayUsers, source: known, definition } = activeDaysOf(source, options)
  const counts = { activeDays: 0, users: 0, days, activeDaysSquared: 0, lastDayUsers }
  byDays.forEach((users, active) => {
    counts.users += users
    counts.activeDays += users * active
    counts.activeDaysSquared += users * active * active
  })
  return describeMeasurement(stickiness(counts, { method, level, interval }), known, { definition, needsEnd: false })
}
