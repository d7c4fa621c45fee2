import { localDay } from '../../calendar/localDay.js'
import { periodName } from '../../calendar/periodName.js'
import { compareCells } from '../../tally/compareCells.js'
import type { CountTally, TallyCell } from '../../tally/model.js'

/** A period as given and as cut at the instant of knowledge. */
export interface CutPeriod {
  start: number
  /** End as given, which names the cell. */
  end: number
  /** End of what is counted. */
  until: number
}

/** Periods cut at `asOf`, without those that have not begun. */
export function cutPeriods(periods: readonly { start: number; end: number }[], asOf: number): CutPeriod[] {
  return periods
    .filter(({ start }) => start < asOf)
    .map(({ start, end }) => ({ start, end, until: Math.min(end, asOf) }))
}

/** The cell of a period and segment, named by the local days of its bounds. */
export function periodCell<Counts extends object>(
  { start, end }: CutPeriod,
  segment: string | undefined,
  counts: Counts,
  timeZone: string,
): CountTally<Counts>['cells'][number] {
  return {
    period: periodName(start, end),
    start: localDay(start, timeZone),
    end: localDay(end, timeZone),
    ...(segment === undefined ? {} : { segment }),
    counts,
  }
}

/** Cells in the order of a tally. */
export function sortCells<Cell extends TallyCell<object>>(cells: Cell[]): Cell[] {
  return cells.sort(compareCells)
}
