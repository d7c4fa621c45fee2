import { incompleteGamma } from './special/incompleteGamma.js'
import { logGamma } from './special/logGamma.js'

/** Probabilities of a Poisson count at, up to and from an observed value. */
export interface DiscreteTails {
  /** P(X = k). */
  point: number
  /** P(X <= k). */
  less: number
  /** P(X >= k). */
  greater: number
}

/** Tails of the Poisson law of a mean above 0 at the count k, both including k. */
export function poissonTails(count: number, mean: number): DiscreteTails {
  return {
    point: Math.exp(count * Math.log(mean) - mean - logGamma(count + 1)),
    less: incompleteGamma(mean, count + 1, true),
    greater: count === 0 ? 1 : incompleteGamma(mean, count),
  }
}
