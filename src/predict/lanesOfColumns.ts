import type { OrderColumns } from '../records/model.js'
import type { DayLanes } from './createDayRows.js'

/** Orders of columns that were judged, by reference: what numbers alone say needs no copy. */
export function lanesOfColumns(columns: OrderColumns, days: Int32Array, kinds: Uint8Array): DayLanes {
  const { length, customer: codes, total: amounts, refunded: returns } = columns
  let [divisor, scale] = [10 ** columns.scale, 0]
  for (let row = 0; row < length && divisor > 1; row += 1) {
    const kind = kinds[row] ?? 0
    if (kind > 1) continue
    const total = amounts[row] ?? 0
    const back = kind === 1 || returns === undefined ? 0 : (returns[row] ?? 0)
    while (divisor > 1 && !(isMultiple(total, divisor) && isMultiple(back, divisor))) {
      divisor /= 10
      scale += 1
    }
  }
  return { length, codes, days, kinds, amounts, returns, divisor, scale }
}

function isMultiple(units: number, divisor: number): boolean {
  return Math.floor(units / divisor) * divisor === units
}
