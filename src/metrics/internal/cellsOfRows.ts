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
  const periods = placesAt(slots, at)
  const marks = isCounted.slice()
  unmarkOutside(marks, periods)
  // What is left is 0 or more: the same numbers without a sign, in the same room.
  const cell = new Uint32Array(periods.buffer)
  if (offset > 0) addToAll(cell, offset)
  if (group !== undefined) addGroups(cell, group, places)
  return { cell, isCounted: marks }
}

/** A row outside all periods does not count. */
function unmarkOutside(isCounted: Uint8Array, periods: Int32Array): void {
  for (let row = 0; row < periods.length; row += 1) {
    if ((periods[row] ?? -1) >= 0) continue
    isCounted[row] = 0
    periods[row] = 0
  }
}

function addToAll(cell: Uint32Array, offset: number): void {
  for (let row = 0; row < cell.length; row += 1) cell[row] = (cell[row] ?? 0) + offset
}

function addGroups(cell: Uint32Array, group: Uint32Array | Uint16Array, places: number): void {
  for (let row = 0; row < cell.length; row += 1) cell[row] = (cell[row] ?? 0) + (group[row] ?? 0) * places
}
