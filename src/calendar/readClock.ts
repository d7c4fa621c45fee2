import { fail } from '../internal/fail.js'
import { assertKnownOptions, assertOneOf, assertPlain } from '../internal/guards.js'
import type { Instant } from '../measurement.js'
import { createOpenTime } from './createOpenTime.js'
import type { BusinessCalendar, ClockReading, ResponseClock } from './model.js'
import { readAsOf } from './readAsOf.js'
import { readClockAt } from './readClockAt.js'
import { readInstant } from './readInstant.js'

/** Options of {@link readClock}. */
export interface ReadClockOptions {
  /** Nothing later is known. */
  readonly asOf: Instant
  /** Target in milliseconds of open time, from 0 (`'lt'`: above 0). */
  readonly target: number
  /** Whether exactly the target is in time (`'lte'`) or late (`'lt'`); default `'lte'`. */
  readonly operator?: 'lte' | 'lt' | undefined
  /** Opening hours; null = calendar time. */
  readonly calendar: BusinessCalendar | null
}

/**
 * Reads one response clock: how much open time it took, whether that is in time, whether that is final.
 *
 * Elapsed time is compared with the target, not the due instant: two business hours used up at Friday's closing and
 * answered on Saturday are in time. A stop after `asOf` is not known yet. The clock is mature once no later answer could
 * be in time. Pauses are taken off; one that is open runs to `asOf`.
 *
 * @param clock - start, stop, pauses
 * @param options - instant of knowledge, target, operator, opening hours
 * @returns state, elapsed milliseconds, due instant; `not_applicable` with null for a clock that starts after `asOf`
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_OPTION, INVALID_TIME_ZONE, INVALID_DAY, EVENT_ORDER
 * @example
 * ```ts
 * import { readClock } from 'retention-okr/calendar'
 *
 * const clock = { startedAt: '2025-03-14T15:00:00Z', stoppedAt: '2025-03-14T16:30:00Z' }
 * readClock(clock, { asOf: '2025-03-15', target: 7_200_000, calendar: null }).state // => 'met'
 * ```
 * @since 0.1.0
 */
export function readClock(clock: ResponseClock, options: ReadClockOptions): ClockReading {
  assertPlain(clock, 'clock')
  assertKnownOptions(options, ['asOf', 'target', 'operator', 'calendar'])
  const { target, operator = 'lte', calendar } = options
  assertOneOf(operator, ['lte', 'lt'], 'options.operator')
  if (!(Number.isFinite(target) && (operator === 'lte' ? target >= 0 : target > 0))) {
    fail('INVALID_OPTION', 'options.target', 'must be milliseconds from 0, above 0 for lt', target)
  }
  const zone = calendar?.timeZone ?? 'UTC'
  const read = (value: Instant, path: string): number => readInstant(value, zone, path)
  const pauses = (clock.pauses ?? []).map(({ start, end }, index) => ({
    start: read(start, `clock.pauses[${index}].start`),
    end: end === undefined ? undefined : read(end, `clock.pauses[${index}].end`),
  }))
  return readClockAt(
    {
      startedAt: read(clock.startedAt, 'clock.startedAt'),
      stoppedAt: clock.stoppedAt === undefined ? undefined : read(clock.stoppedAt, 'clock.stoppedAt'),
      pauses,
    },
    target,
    { asOf: readAsOf(options.asOf, zone), operator, openTime: createOpenTime(calendar) },
  )
}
