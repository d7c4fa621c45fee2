import { positiveZero } from '../internal/positiveZero.js'
import { tieGroups } from './tieGroups.js'

/** Kendall's S of a series against time, with its variance. */
export interface KendallScore {
  /** Rising pairs minus falling pairs. */
  s: number
  /** Variance of S without a trend, corrected for ties. */
  varS: number
  /** Sizes of the groups of equal values. */
  ties: number[]
}

/** S and its variance for values in order of time. */
export function kendallScore(values: readonly number[]): KendallScore {
  let s = 0
  for (let later = 1; later < values.length; later++) {
    const value = values[later] as number
    for (let earlier = 0; earlier < later; earlier++) s += Math.sign(value - (values[earlier] as number))
  }
  const ties = tieGroups(values)
  const varS = (pairVariance(values.length) - ties.reduce((sum, size) => sum + pairVariance(size), 0)) / 18
  return { s: positiveZero(s), varS: positiveZero(varS), ties }
}

/** Normal score of S with the continuity correction. */
export function kendallZ(s: number, varS: number): number {
  return s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(varS)
}

function pairVariance(n: number): number {
  return n * (n - 1) * (2 * n + 5)
}
