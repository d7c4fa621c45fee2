import { sortRange } from './sortRange.js'

/**
 * Sum of the first numbers of a column, added from the smallest up, so that it depends on the numbers alone.
 *
 * They are left in that order: a column of a million numbers that is done with needs no copy.
 */
export function orderlessColumnSum(column: Float64Array, length = column.length): number {
  sortRange(column, 0, length)
  let sum = 0
  for (let index = 0; index < length; index += 1) sum += column[index] as number
  return sum
}
