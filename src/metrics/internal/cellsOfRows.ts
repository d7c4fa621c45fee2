import { placesAt } from '../../calendar/placesAt.js'
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
  group: Uint32Array | Uint16Array | undefined,
  { slots, offset }: PlacedSlots,
  places: number,
): CellRows {
  const cells = { cell: new Uint32Array(at.length), isCounted: isCounted.slice() }
  const periods = placesAt(slots, at)
  if (group !== undefined) addGroups(cells.cell, group, places)
  addPlaces(cells.cell, cells.isCounted, periods, offset)
  return cells
}

function addGroups(cell: Uint32Array, group: Uint32Array | Uint16Array, places: number): void {
  for (let row = 0; row < cell.length; row += 1) cell[row] = (group[row] ?? 0) * places
}

/** A row outside all periods does not count. */
function addPlaces(cell: Uint32Array, isCounted: Uint8Array, periods: Int32Array, offset: number): void {
  for (let row = 0; row < cell.length; row += 1) {
    const period = periods[row] ?? -1
    if (period < 0) isCounted[row] = 0
    else cell[row] = (cell[row] ?? 0) + offset + period
  }
}
