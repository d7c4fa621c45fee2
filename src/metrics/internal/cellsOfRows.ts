import { periodAt } from '../../calendar/periodAt.js'
import type { PlacedSlots } from './periodGrids.js'

/** Rows of columns, each with the cell that it is counted in. */
export interface CellRows {
  cell: Uint32Array
  /** 1 for a row that counts in a cell. */
  isCounted: Uint8Array
}

/** The cells of the rows that count: so many places for each group, in the order of the periods. */
export function cellsOfRows(
  { at, isCounted }: { at: Float64Array; isCounted: Uint8Array },
  group: ArrayLike<number> | undefined,
  { slots, offset }: PlacedSlots,
  places: number,
): CellRows {
  const cells = { cell: new Uint32Array(at.length), isCounted: new Uint8Array(at.length) }
  for (let row = 0; row < at.length; row += 1) {
    if (isCounted[row] === 0) continue
    const index = periodAt(slots, at[row] ?? 0)
    if (index < 0) continue
    cells.cell[row] = (group === undefined ? 0 : (group[row] ?? 0)) * places + offset + index
    cells.isCounted[row] = 1
  }
  return cells
}
