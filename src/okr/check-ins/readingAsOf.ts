import { dayNumber } from '../../calendar/dayNumber.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import type { CheckIn } from '../models/checkIn.js'
import type { Reading } from '../models/reading.js'
import { visibleCheckIns } from './visibleCheckIns.js'

/** Options of {@link readingAsOf}. */
export interface ReadingAsOfOptions {
  /** The day whose reading is asked for. */
  readonly asOf: Day
  /** The day whose knowledge counts; default `asOf`. */
  readonly knownOn?: Day | undefined
  /** Days until a value has settled; default 0. */
  readonly settlementLagDays?: number | undefined
}

/** The reading in force on a day. */
export interface ReadingAsOf {
  /** Id of its check-in; null when there is none. */
  checkInId: string | null
  /** Day that it speaks about. */
  on: Day | null
  /** What was read. */
  reading: Reading | null
  /** Days from that day to `asOf`. */
  ageDays: number | null
}

/**
 * Gives the reading of a key result that is in force on a day, as known on that day or another.
 *
 * A check-in is known from the day it was recorded, and out once a known one supersedes it. Of those settled by `asOf`
 * the one of the latest day counts, then the one recorded last, then the last of the list.
 *
 * @param checkIns - the check-ins of one key result
 * @param options - the day asked for, the day of knowledge, the lag of settlement
 * @returns the reading with its check-in and age in days; nulls when there is none
 * @throws {@link RetentionOkrError} INVALID_DAY, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { readingAsOf } from 'retention-okr/okr'
 *
 * const first = { id: 'c1', keyResultId: 'k', on: '2026-01-29', reading: { value: 12 } }
 * const recount = { ...first, id: 'c2', recordedOn: '2026-02-03', reading: { value: 10 }, supersedes: 'c1' }
 * readingAsOf([first, recount], { asOf: '2026-02-01' }).checkInId // => 'c1'
 * readingAsOf([first, recount], { asOf: '2026-02-01', knownOn: '2026-02-10' }).reading // => { value: 10 }
 * ```
 * @since 0.1.0
 */
export function readingAsOf(checkIns: readonly CheckIn[], options: ReadingAsOfOptions): ReadingAsOf {
  assertKnownOptions(options, ['asOf', 'knownOn', 'settlementLagDays'])
  const found = visibleCheckIns(checkIns, options).at(-1)
  if (found === undefined) return { checkInId: null, on: null, reading: null, ageDays: null }
  const { id: checkInId, on, reading } = found
  return { checkInId, on, reading, ageDays: dayNumber(options.asOf) - dayNumber(on) }
}
