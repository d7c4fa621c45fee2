import { dayNumber } from '../../calendar/dayNumber.js'
import { fail } from '../../internal/fail.js'
import { assertDay, assertInteger, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'

/** Options of {@link checkInPunctuality}. */
export interface CheckInPunctualityOptions {
  /** The day of the question. */
  readonly asOf: Day
  /** Days before the due day from which a check-in serves it; default any since the previous one. */
  readonly earlyDays?: number | undefined
}

/** One due day with its neighbours. */
export interface DueDay {
  /** The due day before. */
  readonly previousDue: Day
  /** The due day. */
  readonly due: Day
  /** The due day after. */
  readonly nextDue: Day
  /** Day of the check-in; null when there is none. */
  readonly doneOn: Day | null
}

/** What became of a due day. */
export interface CheckInPunctuality {
  /** On time, late, still open, or missed. */
  state: 'on_time' | 'late' | 'pending' | 'missed'
}

/**
 * Tells whether the check-in of one due day came on time.
 *
 * On time after the previous due day, up to the due day; late before the next one. A check-in after `asOf` is not known
 * yet.
 *
 * @param data - the due day, its neighbours, the day of the check-in
 * @param options - the day of the question, how early a check-in may come
 * @returns `on_time`, `late`, `pending` before the next due day, or `missed`
 * @throws {@link RetentionOkrError} INVALID_DAY, INVALID_PERIOD for due days out of order, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { checkInPunctuality } from 'retention-okr/okr'
 *
 * const due = { previousDue: '2026-03-03', due: '2026-03-10', nextDue: '2026-03-17' }
 * checkInPunctuality({ ...due, doneOn: '2026-03-10' }, { asOf: '2026-03-31' }).state // => 'on_time'
 * checkInPunctuality({ ...due, doneOn: null }, { asOf: '2026-03-31' }).state // => 'missed'
 * ```
 * @since 0.1.0
 */
export function checkInPunctuality(data: DueDay, options: CheckInPunctualityOptions): CheckInPunctuality {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['asOf', 'earlyDays'])
  const { previousDue, due, nextDue } = data
  assertDay(options.asOf, 'options.asOf')
  assertDay(previousDue, 'previousDue')
  assertDay(due, 'due')
  assertDay(nextDue, 'nextDue')
  if (data.doneOn !== null) assertDay(data.doneOn, 'doneOn')
  if (!(previousDue < due && due < nextDue))
    fail('INVALID_PERIOD', 'due', 'due days must rise', 'due days out of order')
  const { asOf, earlyDays } = options
  if (earlyDays !== undefined) assertInteger(earlyDays, { minimum: 0, maximum: 36_500 }, 'options.earlyDays')
  const doneOn = data.doneOn !== null && data.doneOn <= asOf ? data.doneOn : null
  if (doneOn !== null) {
    const tooEarly = earlyDays !== undefined && dayNumber(doneOn) < dayNumber(due) - earlyDays
    if (doneOn > previousDue && doneOn <= due && !tooEarly) return { state: 'on_time' }
    if (doneOn > due && doneOn < nextDue) return { state: 'late' }
  }
  return { state: asOf < nextDue ? 'pending' : 'missed' }
}
