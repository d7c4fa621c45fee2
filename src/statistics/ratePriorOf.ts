import type { Reason } from '../measurement.js'
import { orderlessColumnSum } from './orderlessColumnSum.js'

const [smallestShape, largestShape] = [0.01, 1000]

/** What the rates of customers have in common. */
export interface PooledPrior {
  /** Events that the prior is worth, 0.01 to 1000. */
  shape: number | null
  /** Exposure that it is worth. */
  rate: number | null
  /** Its mean: all events over all exposure. */
  mean: number | null
  /** Why there is no prior. */
  reason?: Reason
}

/** Events of customers and how long they took, one place a customer. */
export interface RateColumns {
  /** Events, whole numbers. */
  counts: Float64Array
  /** Exposures, from 0; those of a customer without any say nothing. */
  exposures: Float64Array
}

/** The prior that the rates of customers share, without an object for each. */
export function ratePriorOf({ counts, exposures }: RateColumns, minimumCustomers: number): PooledPrior {
  let telling = 0
  let events = 0
  for (let index = 0; index < counts.length; index += 1) {
    if ((exposures[index] as number) <= 0) continue
    telling += 1
    events += counts[index] as number
  }
  if (telling < minimumCustomers || events === 0) {
    return { shape: null, rate: null, mean: null, reason: 'insufficient_data' }
  }
  // One column for the terms of each sum in turn.
  const terms = new Float64Array(telling)
  const sumOf = (term: (count: number, exposure: number) => number): number => {
    let length = 0
    for (let index = 0; index < counts.length; index += 1) {
      const exposure = exposures[index] as number
      if (exposure <= 0) continue
      terms[length] = term(counts[index] as number, exposure)
      length += 1
    }
    return orderlessColumnSum(terms)
  }
  const mean = events / sumOf((_, exposure) => exposure)
  const distance = sumOf((count, exposure) => (count - mean * exposure) ** 2)
  const variance = (distance - events) / sumOf((_, exposure) => exposure ** 2)
  const raw = variance <= 0 ? largestShape : mean ** 2 / variance
  const shape = Math.min(largestShape, Math.max(smallestShape, raw))
  return { shape, rate: shape / mean, mean }
}
