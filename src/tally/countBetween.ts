import type { CountedRows } from './countedRows.js'

/** Counts for each code the rows that lie between two instants, the second excluded. */
export function countBetween(
  counts: Uint32Array,
  { customer, at, isCounted }: CountedRows,
  from: number,
  until: number,
): void {
  addBetween(counts, customer, at, isCounted, from, until)
}

/** On arrays and numbers alone: code for objects is thrown away when the last of them is. */
function addBetween(
  counts: Uint32Array,
  customer: Uint32Array,
  at: Float64Array,
  isCounted: Uint8Array,
  from: number,
  until: number,
): void {
  for (let row = 0; row < isCounted.length; row += 1) {
    const instant = at[row] ?? 0
    if (isCounted[row] === 0 || !(instant >= from && instant < until)) continue
    const code = customer[row] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
}
