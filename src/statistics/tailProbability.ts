import type { Distribution } from './distribution.js'
import { normalTail } from './normalTail.js'
import { incompleteBeta } from './special/incompleteBeta.js'
import { incompleteGamma } from './special/incompleteGamma.js'
import { studentTTail } from './studentTTail.js'

/** Probability of at most x, or of more than x when `upper`; each is computed as a tail of its own. */
export function tailProbability(distribution: Distribution, x: number, upper: boolean): number {
  switch (distribution.kind) {
    case 'normal': {
      const { mean = 0, standardDeviation = 1 } = distribution
      const z = (x - mean) / standardDeviation
      return normalTail(upper ? z : -z)
    }
    case 'student-t':
      return studentTTail(upper ? x : -x, distribution.degreesOfFreedom)
    case 'chi-square':
      return gammaTail(x / 2, distribution.degreesOfFreedom / 2, upper)
    case 'gamma':
      return gammaTail(x * (distribution.rate ?? 1), distribution.shape, upper)
    case 'beta':
      if (x <= 0) return upper ? 1 : 0
      if (x >= 1) return upper ? 0 : 1
      return incompleteBeta(x, distribution.alpha, distribution.beta, upper)
    case 'poisson':
      return poissonTail(Math.floor(x), distribution.mean, upper)
    case 'binomial':
      return binomialTail(Math.floor(x), distribution.trials, distribution.probability, upper)
  }
}

function gammaTail(x: number, shape: number, upper: boolean): number {
  if (x <= 0) return upper ? 1 : 0
  return incompleteGamma(x, shape, upper)
}

function poissonTail(count: number, mean: number, upper: boolean): number {
  if (count < 0) return upper ? 1 : 0
  if (mean === 0) return upper ? 0 : 1
  return incompleteGamma(mean, count + 1, !upper)
}

function binomialTail(count: number, trials: number, probability: number, upper: boolean): number {
  if (count < 0) return upper ? 1 : 0
  if (count >= trials || probability === 0) return upper ? 0 : 1
  if (probability === 1) return upper ? 1 : 0
  return incompleteBeta(probability, count + 1, trials - count, !upper)
}
