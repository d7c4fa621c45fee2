import { fail } from '../internal/fail.js'
import { positiveZero } from '../internal/positiveZero.js'
import { assertDistribution } from './assertDistribution.js'
import type { Distribution } from './distribution.js'
import { firstWhere } from './firstWhere.js'
import { normalQuantile } from './normalQuantile.js'
import { inverseIncompleteBeta } from './special/inverseIncompleteBeta.js'
import { inverseIncompleteGamma } from './special/inverseIncompleteGamma.js'
import { studentTQuantile } from './studentTQuantile.js'
import { tailProbability } from './tailProbability.js'

/** Smallest x of a law with a probability of at most x of p or more; p 0 and 1 only where such an x is finite. */
export function distributionQuantile(distribution: Distribution, p: number): number {
  assertDistribution(distribution)
  const { kind } = distribution
  const discrete = kind === 'poisson' || kind === 'binomial'
  if (!(discrete ? p >= 0 && (kind === 'binomial' ? p <= 1 : p < 1) : p > 0 && p < 1)) {
    fail('INVALID_OPTION', 'p', 'must be a probability with a finite quantile', p)
  }
  return positiveZero(quantileOf(distribution, p))
}

function quantileOf(distribution: Distribution, p: number): number {
  const reaches = (k: number) => tailProbability(distribution, k, false) >= p
  switch (distribution.kind) {
    case 'normal':
      return (distribution.mean ?? 0) + (distribution.standardDeviation ?? 1) * normalQuantile(p)
    case 'student-t':
      return studentTQuantile(p, distribution.degreesOfFreedom)
    case 'chi-square':
      return 2 * inverseIncompleteGamma(p, distribution.degreesOfFreedom / 2)
    case 'gamma':
      return inverseIncompleteGamma(p, distribution.shape) / (distribution.rate ?? 1)
    case 'beta':
      return inverseIncompleteBeta(p, distribution.alpha, distribution.beta)
    case 'poisson': {
      let end = Math.ceil(distribution.mean) + 1
      while (!reaches(end)) end *= 2
      return firstWhere(0, end, reaches)
    }
    case 'binomial':
      // In doubles the sum of probabilities reaches 1 before the last of them.
      if (p === 1) return distribution.probability === 0 ? 0 : distribution.trials
      return firstWhere(0, distribution.trials, reaches)
  }
}
