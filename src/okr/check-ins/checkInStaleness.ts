import { dayNumber } from '../../calendar/dayNumber.js'
import { assertDay, assertInteger, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import type { Cadence } from '../models/cycle.js'
import { assertCadence, cadenceDay } from './cadenceDay.js'

/** Options of {@link checkInStaleness}. */
export interface CheckInStalenessOptions {
  /** The day of the question. */
  readonly asOf: Day
  /** Days after the due day that are still only late; default 3. */
  readonly graceDays?: number | undefined
}

/** Whether the next check-in is due. */
export interface CheckInStaleness {
  /** Day on which the next check-in is due. */
  due: Day
  /** Days since then; 0 before. */
  daysLate: number
  /** Not late, late within the grace, or stale. */
  state: 'ok' | 'late' | 'stale'
}

/** What staleness is told from. */
export interface CheckInStalenessData {
  /** Day of the last check-in; null when there is none. */
  readonly lastCheckIn: Day | null
  /** First day of the key result. */
  readonly firstDay: Day
  /** How often people check in. */
  readonly cadence: Cadence
}

/**
 * Tells whether the next check-in is due, late or so late that the last one is stale.
 *
 * It is due one cadence after the last check-in, or after the first day when that is later or there is none.
 *
 * @param data - last check-in, first day, cadence
 * @param options - the day of the question, days of grace
 * @returns the due day, days late, and `ok`, `late` (within the grace) or `stale`
 * @throws {@link RetentionOkrError} INVALID_DAY, INVALID_INPUT
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown cadence, or a grace that is no whole number from 0
 * @example
 * ```ts
 * import { checkInStaleness } from 'retention-okr/okr'
 *
 * const data = { lastCheckIn: '2026-02-02', firstDay: '2026-01-01', cadence: 'weekly' } as const
 * checkInStaleness(data, { asOf: '2026-02-12' }) // => { due: '2026-02-09', daysLate: 3, state: 'late' }
 * checkInStaleness(data, { asOf: '2026-02-13' }).state // => 'stale'
 * ```
 * @since 0.1.0
 */
export function checkInStaleness(data: CheckInStalenessData, options: CheckInStalenessOptions): CheckInStaleness {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['asOf', 'graceDays'])
  const { lastCheckIn, firstDay, cadence } = data
  const { asOf, graceDays = 3 } = options
  assertDay(asOf, 'options.asOf')
  assertInteger(graceDays, { minimum: 0, maximum: 36_500 }, 'options.graceDays')
  assertDay(firstDay, 'firstDay')
  if (lastCheckIn !== null) assertDay(lastCheckIn, 'lastCheckIn')
  assertCadence(cadence, 'cadence')
  const due = cadenceDay(lastCheckIn !== null && lastCheckIn > firstDay ? lastCheckIn : firstDay, cadence, 1)
  const daysLate = Math.max(0, dayNumber(asOf) - dayNumber(due))
  return { due, daysLate, state: daysLate === 0 ? 'ok' : daysLate <= graceDays ? 'late' : 'stale' }
}
