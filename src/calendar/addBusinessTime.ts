import { assertFinite, assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { Instant } from '../measurement.js'
import { addOpenTime } from './addOpenTime.js'
import { createOpenTime } from './createOpenTime.js'
import type { BusinessCalendar } from './model.js'
import { readInstant } from './readInstant.js'

/** Options of {@link addBusinessTime}. */
export interface AddBusinessTimeOptions {
  /** Opening hours; null = always open. */
  readonly calendar: BusinessCalendar | null
}

/**
 * Gives the earliest instant at which a duration of open time has passed.
 *
 * The earliest t >= start with `businessTimeBetween(start, t) >= duration`: a target used up at closing time is due at
 * closing time, not at the next opening. A duration of 0 or less gives the start itself, even when closed.
 *
 * @param span - start and duration in milliseconds of open time
 * @param options - the opening hours
 * @returns ISO instant in UTC; null when not reached within 400 days
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_NUMBER, INVALID_OPTION, INVALID_TIME_ZONE, INVALID_DAY
 * @example
 * ```ts
 * import { addBusinessTime } from 'retention-okr/calendar'
 *
 * const hours = [{ open: '09:00', close: '17:00' }]
 * const calendar = { timeZone: 'UTC', week: { monday: hours, friday: hours } }
 * const span = { start: '2025-03-14T17:00:00Z', duration: 8 * 3_600_000 }
 * addBusinessTime(span, { calendar }) // => '2025-03-17T17:00:00.000Z'
 * ```
 * @since 0.1.0
 */
export function addBusinessTime(
  span: { readonly start: Instant; readonly duration: number },
  options: AddBusinessTimeOptions,
): string | null {
  assertPlain(span, 'span')
  assertKnownOptions(options, ['calendar'])
  assertFinite(span.duration, 'span.duration')
  const { calendar } = options
  const openTime = createOpenTime(calendar)
  const due = addOpenTime(readInstant(span.start, calendar?.timeZone ?? 'UTC', 'span.start'), span.duration, openTime)
  return due === null ? null : new Date(due).toISOString()
}
