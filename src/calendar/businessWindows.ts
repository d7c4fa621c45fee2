import { assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { Period } from '../measurement.js'
import { createOpenTime } from './createOpenTime.js'
import type { BusinessCalendar, OpenPeriod } from './model.js'
import { readInstant } from './readInstant.js'

/** Options of {@link businessWindows}. */
export interface BusinessWindowsOptions {
  /** Opening hours; null = always open. */
  readonly calendar: BusinessCalendar | null
}

/**
 * Lists the open windows within an interval, merged and clipped to it.
 *
 * @param interval - half-open `[start, end)`; bare days are midnights of the calendar's zone
 * @param options - the opening hours
 * @returns windows in order of time, ISO instants in UTC
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_OPTION, INVALID_TIME_ZONE, INVALID_DAY
 * @example
 * ```ts
 * import { businessWindows } from 'retention-okr/calendar'
 *
 * const calendar = { timeZone: 'UTC', week: { monday: [{ open: '22:00', close: '06:00' }] } }
 * businessWindows({ start: '2025-03-17', end: '2025-03-19' }, { calendar }) // => [{ start: '2025-03-17T22:00:00.000Z', end: '2025-03-18T06:00:00.000Z' }]
 * ```
 * @since 0.1.0
 */
export function businessWindows(interval: Period, options: BusinessWindowsOptions): OpenPeriod[] {
  assertPlain(interval, 'interval')
  assertKnownOptions(options, ['calendar'])
  const { calendar } = options
  const openTime = createOpenTime(calendar)
  const zone = calendar?.timeZone ?? 'UTC'
  const start = readInstant(interval.start, zone, 'interval.start')
  const end = readInstant(interval.end, zone, 'interval.end')
  return openTime.windows(start, end).map((window) => ({
    start: new Date(window.start).toISOString(),
    end: new Date(window.end).toISOString(),
  }))
}
