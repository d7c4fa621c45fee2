import { type PeriodSlots, periodSlots } from '../../calendar/periodSlots.js'
import type { CutPeriod } from './periodCells.js'

/** Periods that follow one another, ready for looking instants up, with the place of the first among all periods. */
export interface PlacedSlots {
  slots: PeriodSlots
  offset: number
}

/** Periods as grids: one for those that follow one another, else one for each, as they have gaps or overlap. */
export function periodGrids(periods: readonly CutPeriod[]): PlacedSlots[] {
  const isGrid = periods.every(({ start, until }, index) => {
    const next = periods[index + 1]
    return start < until && (next === undefined || until === next.start)
  })
  if (!isGrid) return periods.map(({ start, until }, offset) => ({ slots: periodSlots([start, until]), offset }))
  if (periods.length === 0) return []
  return [{ slots: periodSlots([...periods.map(({ start }) => start), periods.at(-1)?.until ?? 0]), offset: 0 }]
}
