import { firstWhere } from './firstWhere.js'
import type { DiscreteTails } from './poissonTails.js'
import { incompleteBeta } from './special/incompleteBeta.js'
import { logGamma } from './special/logGamma.js'

/** Tails of a binomial count, with the probability of everything not more probable than it. */
export interface BinomialTails extends DiscreteTails {
  /** Sum over the outcomes that are not more probable than the observed one. */
  minlike: number
}

/** Outcomes within this relative distance count as equally probable. */
const tieTolerance = 1e-7

/** Tails of the binomial law at the count k, both including k; probability strictly between 0 and 1. */
export function binomialTails(count: number, trials: number, probability: number): BinomialTails {
  const logPoint = (k: number): number =>
    logGamma(trials + 1) -
    logGamma(k + 1) -
    logGamma(trials - k + 1) +
    k * Math.log(probability) +
    (trials - k) * Math.log1p(-probability)
  const upTo = (k: number): number => (k >= trials ? 1 : incompleteBeta(probability, k + 1, trials - k, true))
  const from = (k: number): number => (k <= 0 ? 1 : incompleteBeta(probability, k, trials - k + 1))
  const limit = logPoint(count) + Math.log1p(tieTolerance)
  const mode = Math.min(trials, Math.floor((trials + 1) * probability))
  const less = upTo(count)
  const greater = from(count)
  const point = Math.exp(logPoint(count))
  if (count === mode) return { point, less, greater, minlike: 1 }
  // Beyond the mode the probabilities fall: the other tail begins at the first outcome within the limit.
  if (count < mode) {
    const start = firstWhere(mode, trials + 1, (k) => logPoint(k) <= limit)
    return { point, less, greater, minlike: less + (start > trials ? 0 : from(start)) }
  }
  const end = mode - firstWhere(0, mode + 1, (steps) => logPoint(mode - steps) <= limit)
  return { point, less, greater, minlike: greater + (end < 0 ? 0 : upTo(end)) }
}
