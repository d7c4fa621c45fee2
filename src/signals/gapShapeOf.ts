import { orderlessSum } from '../statistics/orderlessSum.js'
import { type GapShape, pooledGapShape } from '../statistics/pooledGapShape.js'
import type { EventDays } from './readEventDays.js'
import { sortRange } from './sortRange.js'

const fewestGaps = 3
const largestShape = 1000

/**
 * The same as {@link pooledGapShape} of the gaps of every customer, to the last digit, without a list of gaps each.
 *
 * Distinct days have gaps of whole days above 0, so that their sum is exact in any order.
 */
export function gapShapeOf({ days, starts }: EventDays, minimumCustomers: number): GapShape {
  const variations = new Float64Array(starts.length)
  const corrections = new Float64Array(starts.length)
  let scratch = new Float64Array(64)
  let customers = 0
  for (let number = 0; number + 1 < starts.length; number += 1) {
    const from = starts[number] as number
    const to = starts[number + 1] as number
    const gaps = to - from - 1
    if (gaps < fewestGaps) continue
    const mean = ((days[to - 1] as number) - (days[from] as number)) / gaps
    if (gaps > scratch.length) scratch = new Float64Array(2 * gaps)
    for (let index = 0; index < gaps; index += 1) {
      scratch[index] = ((days[from + index + 1] as number) - (days[from + index] as number) - mean) ** 2
    }
    sortRange(scratch, 0, gaps)
    let squares = 0
    for (let index = 0; index < gaps; index += 1) squares += scratch[index] as number
    variations[customers] = squares / (gaps - 1) / mean ** 2
    corrections[customers] = 1 / gaps
    customers += 1
  }
  if (customers < minimumCustomers) return pooledGapShape([], { minimumCustomers })
  const variation = orderlessSum(variations.subarray(0, customers)) / customers
  const correction = orderlessSum(corrections.subarray(0, customers)) / customers
  const shape = variation === 0 ? largestShape : 1 / variation - correction
  return { shape: Math.min(largestShape, Math.max(1, shape)), customers }
}
