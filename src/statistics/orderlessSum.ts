import { orderlessColumnSum } from './orderlessColumnSum.js'

/** Sum of numbers that have no order: added from the smallest up, so that it depends on the numbers alone. */
export function orderlessSum(numbers: Iterable<number>): number {
  return orderlessColumnSum(Float64Array.from(numbers))
}
