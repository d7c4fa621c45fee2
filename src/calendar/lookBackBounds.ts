import { assertInteger, assertKnownOptions } from '../internal/guards.js'
import { addLocalDays } from './addLocalDays.js'
import type { LookBackBounds, PeriodGrid } from './model.js'

/** Options of {@link lookBackBounds}. */
export interface LookBackBoundsOptions {
  /** Calendar days to look back, 1 to 36,600. */
  readonly days: number
}

/**
 * Gives "N calendar days before each bound" of a grid as spans `[from, to)`.
 *
 * `to` is the bound, `from` the same wall time N calendar days earlier. An instant t lies in the look-back of a bound
 * when `from <= t < to`.
 *
 * @param grid - the bounds
 * @param options - days to look back
 * @returns two lists of epoch milliseconds, one entry a bound
 * @throws {@link RetentionOkrError} INVALID_OPTION when `days` is no whole number from 1 to 36,600
 * @example
 * ```ts
 * import { lookBackBounds, periodGrid } from 'retention-okr/calendar'
 *
 * const grid = periodGrid({ start: '2024-03-01', end: '2024-04-01' }, { unit: 'month' })
 * const { from, to } = lookBackBounds(grid, { days: 90 })
 * new Date(from[0] ?? 0).toISOString() // => '2023-12-02T00:00:00.000Z'
 * to.length // => 2
 * ```
 * @since 0.1.0
 */
export function lookBackBounds(grid: PeriodGrid, options: LookBackBoundsOptions): LookBackBounds {
  assertKnownOptions(options, ['days'])
  assertInteger(options.days, { minimum: 1, maximum: 36_600 }, 'options.days')
  return {
    from: grid.bounds.map((bound) => addLocalDays(bound, -options.days, grid.timeZone)),
    to: [...grid.bounds],
  }
}
