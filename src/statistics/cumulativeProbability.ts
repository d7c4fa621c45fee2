import { assertFinite } from '../internal/guards.js'
import { assertDistribution } from './assertDistribution.js'
import type { Distribution } from './distribution.js'
import { tailProbability } from './tailProbability.js'

/** Probability that a value of a law is at most x, 0..1. */
export function cumulativeProbability(distribution: Distribution, x: number): number {
  assertDistribution(distribution)
  assertFinite(x, 'x')
  return tailProbability(distribution, x, false)
}
