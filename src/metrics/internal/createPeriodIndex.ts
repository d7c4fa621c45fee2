import { createPeriodFinder } from '../../calendar/createPeriodFinder.js'
import type { CutPeriod } from './periodCells.js'

/**
 * A function from an instant to the index of its period, -1 outside; undefined for periods that are no grid.
 *
 * Periods with gaps, or that overlap, are compared with one by one.
 */
export function createPeriodIndex(periods: readonly CutPeriod[]): ((at: number) => number) | undefined {
  const isGrid = periods.every(({ start, until }, index) => {
    const next = periods[index + 1]
    return start < until && (next === undefined || until === next.start)
  })
  if (!isGrid || periods.length === 0) return undefined
  return createPeriodFinder([...periods.map(({ start }) => start), periods.at(-1)?.until ?? 0])
}
