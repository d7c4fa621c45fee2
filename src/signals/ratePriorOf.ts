import { orderlessSum } from '../statistics/orderlessSum.js'
import { type PooledPrior, pooledRatePrior } from '../statistics/pooledRatePrior.js'

const [smallestShape, largestShape] = [0.01, 1000]

/** Event days of customers and how long they took, one place a customer. */
export interface RateColumns {
  /** Event days, whole numbers. */
  counts: Float64Array
  /** Days; those of a customer without any say nothing. */
  exposures: Float64Array
}

/** The same as {@link pooledRatePrior}, to the last digit, of columns instead of an object for each customer. */
export function ratePriorOf({ counts, exposures }: RateColumns, minimumCustomers: number): PooledPrior {
  const telling = exposures.filter((exposure) => exposure > 0)
  let events = 0
  for (let index = 0; index < counts.length; index += 1) {
    if ((exposures[index] as number) > 0) events += counts[index] as number
  }
  if (telling.length < minimumCustomers || events === 0) return pooledRatePrior([], { minimumCustomers })
  const mean = events / orderlessSum(telling)
  const distances = new Float64Array(telling.length)
  let length = 0
  for (let index = 0; index < counts.length; index += 1) {
    const exposure = exposures[index] as number
    if (exposure <= 0) continue
    distances[length] = ((counts[index] as number) - mean * exposure) ** 2
    length += 1
  }
  const variance = (orderlessSum(distances) - events) / orderlessSum(telling.map((exposure) => exposure ** 2))
  const raw = variance <= 0 ? largestShape : mean ** 2 / variance
  const shape = Math.min(largestShape, Math.max(smallestShape, raw))
  return { shape, rate: shape / mean, mean }
}
