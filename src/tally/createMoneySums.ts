import { Decimal } from '../internal/decimal.js'
import { grown } from '../internal/grown.js'
import { type Amount, decimalOf } from '../internal/hundredths.js'

/** Exact sums of money by a dense group. */
export interface MoneySums {
  /** Adds whole hundredths. */
  add(group: number, hundredths: number): void
  /** Adds the whole hundredths of all rows that count, each to its group; a row of NaN is given to a function. */
  addRows(group: Uint32Array, hundredths: Float64Array, isCounted: Uint8Array, addWide: (row: number) => void): void
  /** Adds an amount that hundredths cannot hold. */
  addDecimal(group: number, amount: Decimal): void
  /** The sum of a group, 0 for one without amounts. */
  sumOf(group: number): Amount
  /** Most decimals of a group's amounts, at least 2. */
  scaleOf(group: number): number
}

/**
 * Adds up money exactly: a double that holds whole hundredths a group, a decimal only where that is not enough.
 *
 * Every addition is looked at: a sum that has left the range in which doubles are exact, and come back, would be wrong.
 */
export function createMoneySums(): MoneySums {
  let sums = new Float64Array(64)
  const wide = new Map<number, { sum: Decimal; scale: number }>()
  const addDecimal = (group: number, amount: Decimal): void => {
    const present = wide.get(group)
    const scale = Math.max(2, present?.scale ?? 2, amount.decimalPlaces())
    wide.set(group, { sum: present === undefined ? amount : present.sum.plus(amount), scale })
  }
  const add = (group: number, hundredths: number): void => {
    if (group >= sums.length) sums = grown(sums, group)
    const before = sums[group] ?? 0
    const sum = before + hundredths
    if (sum <= Number.MAX_SAFE_INTEGER && sum >= -Number.MAX_SAFE_INTEGER) sums[group] = sum
    else {
      addDecimal(group, new Decimal(before).dividedBy(100))
      sums[group] = hundredths
    }
  }
  return {
    add,
    addRows: (groups, hundredths, isCounted, addWide) => {
      const { length } = groups
      for (let row = addUntil(sums, groups, hundredths, isCounted, 0); row < length; ) {
        const amount = hundredths[row] ?? 0
        if (Number.isNaN(amount)) addWide(row)
        else add(groups[row] ?? 0, amount)
        row = addUntil(sums, groups, hundredths, isCounted, row + 1)
      }
    },
    addDecimal,
    sumOf: (group) => {
      const narrow = sums[group] ?? 0
      const rest = wide.get(group)
      return rest === undefined ? narrow : rest.sum.plus(decimalOf(narrow))
    },
    scaleOf: (group) => wide.get(group)?.scale ?? 2,
  }
}

/** Adds rows from one on, up to the first that cannot be added so: its sum, or its group, has no room. */
function addUntil(
  sums: Float64Array,
  groups: Uint32Array,
  hundredths: Float64Array,
  isCounted: Uint8Array,
  from: number,
): number {
  for (let row = from; row < groups.length; row += 1) {
    if (isCounted[row] === 0) continue
    const group = groups[row] ?? 0
    if (group >= sums.length) return row
    const sum = (sums[group] ?? 0) + (hundredths[row] ?? 0)
    if (!(sum <= Number.MAX_SAFE_INTEGER && sum >= -Number.MAX_SAFE_INTEGER)) return row
    sums[group] = sum
  }
  return groups.length
}
