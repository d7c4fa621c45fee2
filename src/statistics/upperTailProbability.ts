import { assertFinite } from '../internal/guards.js'
import { assertDistribution } from './assertDistribution.js'
import type { Distribution } from './distribution.js'
import { tailProbability } from './tailProbability.js'

/** Probability that a value of a law is above x, 0..1, computed as a tail. */
export function upperTailProbability(distribution: Distribution, x: number): number {
  assertDistribution(distribution)
  assertFinite(x, 'x')
  return tailProbability(distribution, x, true)
}
