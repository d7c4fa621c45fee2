import { dayNumber } from '../../calendar/dayNumber.js'
import { Decimal, toDouble } from '../../internal/decimal.js'
import { assertDay, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import { readDays } from '../cycle/cyclePeriod.js'
import type { Cycle } from '../models/cycle.js'

/** Options of {@link elapsedShare}. */
export interface ElapsedShareOptions {
  /** The day of the reading. */
  readonly asOf: Day
}

/**
 * Gives the elapsed share of a cycle: `clamp((asOf − firstDay) / (lastDay − firstDay), 0, 1)`.
 *
 * 0 on the first day, 1 on the last; a cycle of one day is 1 from that day.
 *
 * @param cycle - first and last day
 * @param options - the day of the reading
 * @returns share 0..1
 * @throws {@link RetentionOkrError} INVALID_DAY, INVALID_PERIOD, INVALID_OPTION
 * @example
 * ```ts
 * import { elapsedShare } from 'retention-okr/okr'
 *
 * elapsedShare({ firstDay: '2026-01-01', lastDay: '2026-03-31' }, { asOf: '2026-02-14' }) // ≈ 0.4944
 * ```
 * @since 0.1.0
 */
export function elapsedShare(cycle: Pick<Cycle, 'firstDay' | 'lastDay'>, options: ElapsedShareOptions): number {
  return toDouble(exactElapsedShare(cycle, options))
}

/** The same as an exact decimal. */
export function exactElapsedShare(cycle: Pick<Cycle, 'firstDay' | 'lastDay'>, options: ElapsedShareOptions): Decimal {
  assertPlain(cycle, 'cycle')
  assertKnownOptions(options, ['asOf'])
  const { first, last } = readDays(cycle)
  assertDay(options.asOf, 'options.asOf')
  const asOf = dayNumber(options.asOf)
  if (asOf >= last) return new Decimal(1)
  return asOf <= first ? new Decimal(0) : new Decimal(asOf - first).div(last - first)
}
