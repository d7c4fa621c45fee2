/** Sum of numbers that have no order: added from the smallest up, so that it depends on the numbers alone. */
export function orderlessSum(numbers: Iterable<number>): number {
  let sum = 0
  for (const number of Float64Array.from(numbers).sort()) sum += number
  return sum
}
