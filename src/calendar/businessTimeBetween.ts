import { assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { Period } from '../measurement.js'
import { createOpenTime } from './createOpenTime.js'
import type { BusinessCalendar } from './model.js'
import { readInstant } from './readInstant.js'

/** Options of {@link businessTimeBetween}. */
export interface BusinessTimeBetweenOptions {
  /** Opening hours; null = always open. */
  readonly calendar: BusinessCalendar | null
}

/**
 * Gives the open time within an interval, in milliseconds.
 *
 * The length of `[start, end)` intersected with the open windows. A window belongs to the local day on which it opens; a
 * `close` not later than `open` lies on the next day; windows that overlap are merged.
 *
 * @param interval - half-open `[start, end)`; bare days are midnights of the calendar's zone
 * @param options - the opening hours
 * @returns milliseconds, 0 when the interval does not end after it starts
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_OPTION, INVALID_TIME_ZONE, INVALID_DAY
 * @example
 * ```ts
 * import { businessTimeBetween } from 'retention-okr/calendar'
 *
 * const hours = [{ open: '09:00', close: '18:00' }]
 * const calendar = { timeZone: 'Europe/Madrid', week: { monday: hours, friday: hours } }
 * const interval = { start: '2025-03-14T17:30:00+01:00', end: '2025-03-17T09:30:00+01:00' }
 * businessTimeBetween(interval, { calendar }) // => 3600000
 * ```
 * @since 0.1.0
 */
export function businessTimeBetween(interval: Period, options: BusinessTimeBetweenOptions): number {
  assertPlain(interval, 'interval')
  assertKnownOptions(options, ['calendar'])
  const { calendar } = options
  const openTime = createOpenTime(calendar)
  const zone = calendar?.timeZone ?? 'UTC'
  return openTime.between(
    readInstant(interval.start, zone, 'interval.start'),
    readInstant(interval.end, zone, 'interval.end'),
  )
}
