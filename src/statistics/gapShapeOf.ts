import type { Reason } from '../measurement.js'
import { orderlessColumnSum } from './orderlessColumnSum.js'

/** Regularity of the gaps of customers. */
export interface GapShape {
  /** Regularity: 1 for events by chance, more for regular ones. */
  shape: number
  /** Customers that it was estimated from. */
  customers: number
  /** Why it is only the default of 1. */
  reason?: Reason
}

/** The gaps of customers, wherever they stand. */
export interface GapSource {
  /** Number of customers. */
  customers: number
  /** Number of gaps of a customer. */
  countOf: (customer: number) => number
  /** Writes the gaps of a customer to the front of an array. */
  write: (customer: number, gaps: Float64Array) => void
}

/** Gaps that one customer needs. */
const fewestGaps = 3
const largestShape = 1000

/** The shape that the gaps of customers share, without a list of each. */
export function gapShapeOf({ customers, countOf, write }: GapSource, minimumCustomers: number): GapShape {
  const variations = new Float64Array(customers)
  const corrections = new Float64Array(customers)
  let gaps = new Float64Array(64)
  let telling = 0
  for (let customer = 0; customer < customers; customer += 1) {
    const count = countOf(customer)
    if (count < fewestGaps) continue
    if (count > gaps.length) gaps = new Float64Array(2 * count)
    write(customer, gaps)
    const mean = orderlessColumnSum(gaps, count) / count
    if (mean === 0) continue
    for (let index = 0; index < count; index += 1) gaps[index] = ((gaps[index] as number) - mean) ** 2
    variations[telling] = orderlessColumnSum(gaps, count) / (count - 1) / mean ** 2
    corrections[telling] = 1 / count
    telling += 1
  }
  if (telling < minimumCustomers) return { shape: 1, customers: telling, reason: 'insufficient_data' }
  const variation = orderlessColumnSum(variations, telling) / telling
  const correction = orderlessColumnSum(corrections, telling) / telling
  const shape = variation === 0 ? largestShape : 1 / variation - correction
  return { shape: Math.min(largestShape, Math.max(1, shape)), customers: telling }
}
