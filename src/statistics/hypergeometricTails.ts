import type { BinomialTails } from './binomialTails.js'
import { firstWhere } from './firstWhere.js'
import type { Pair, Proportion } from './model.js'
import { logGamma } from './special/logGamma.js'

/** Outcomes within this relative distance count as equally probable. */
const tieTolerance = 1e-7
/** Terms below this share of a sum no longer change it. */
const negligible = 1e-18

/** Tails of the first sample's successes, given the successes of both together and the sizes of both. */
export function hypergeometricTails({ first, second }: Pair<Proportion>): BinomialTails {
  const successes = first.successes + second.successes
  const lowest = Math.max(0, successes - second.trials)
  const highest = Math.min(successes, first.trials)
  const logAll = logChoose(first.trials + second.trials, successes)
  const logPoint = (k: number): number => logChoose(first.trials, k) + logChoose(second.trials, successes - k) - logAll
  /** P(k + 1)/P(k). */
  const ratio = (k: number): number =>
    ((first.trials - k) * (successes - k)) / ((k + 1) * (second.trials - successes + k + 1))
  const upTo = (end: number): number => {
    let term = Math.exp(logPoint(end))
    let sum = term
    for (let k = end - 1; k >= lowest && term > sum * negligible; k--) {
      term /= ratio(k)
      sum += term
    }
    return sum
  }
  const from = (start: number): number => {
    let term = Math.exp(logPoint(start))
    let sum = term
    for (let k = start; k < highest && term > sum * negligible; k++) {
      term *= ratio(k)
      sum += term
    }
    return sum
  }
  const count = first.successes
  const limit = logPoint(count) + Math.log1p(tieTolerance)
  const point = Math.exp(logPoint(count))
  const mode = firstWhere(lowest, highest, (k) => ratio(k) <= 1)
  // The short tail is summed, the long one is its complement: a sum over the middle would carry the error of its start.
  if (count < mode) {
    const less = upTo(count)
    const start = firstWhere(mode, highest + 1, (k) => logPoint(k) <= limit)
    return { point, less, greater: 1 - less + point, minlike: less + (start > highest ? 0 : from(start)) }
  }
  const greater = from(count)
  const less = 1 - greater + point
  const end = mode - firstWhere(0, mode - lowest + 1, (steps) => logPoint(mode - steps) <= limit)
  if (count === mode) return { point, less, greater, minlike: 1 }
  return { point, less, greater, minlike: greater + (end < lowest ? 0 : upTo(end)) }
}

/** Logarithm of the ways to choose k of n. */
function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}
