import { forEachNode } from './forEachNode.js'
import type { ParetoParameters } from './models/models.js'
import type { Behaviour } from './purchaseLaw.js'

/** What is known of the time of dropout of a customer who has gone, and how likely that is. */
export interface ParetoMoments {
  /** Logarithm of the odds that the customer has gone. */
  logOddsGone: number
  /** Mean of `ln((alpha + T)/(alpha + v))` over the times of dropout v. */
  logAlpha: number
  /** Mean of `1/(alpha + v)`. */
  inverseAlpha: number
  /** Mean of `ln((beta + T)/(beta + v))`. */
  logBeta: number
  /** Mean of `1/(beta + v)`. */
  inverseBeta: number
}

const negligible = 1e-17
const none: ParetoMoments = {
  logOddsGone: Number.NEGATIVE_INFINITY,
  logAlpha: 0,
  inverseAlpha: 0,
  logBeta: 0,
  inverseBeta: 0,
}

/**
 * Integrates over the time of dropout, from the last purchase to now, in `w = ln((m + v)/(m + tx))` with the smaller m of
 * alpha and beta. The panels are as narrow as the integrand is steep.
 */
export function paretoMoments({ r, alpha, s, beta }: ParetoParameters, { x, tx, age }: Behaviour): ParetoMoments {
  if (age === tx) return none
  const n = r + x
  const scale = Math.min(alpha, beta) + tx
  const end = Math.log1p((age - tx) / scale)
  let [sum, logAlpha, inverseAlpha, logBeta, inverseBeta] = [0, 0, 0, 0, 0]
  let from = 0
  while (from < end) {
    const since = scale * Math.expm1(from)
    const slope = (n * (scale + since)) / (alpha + tx + since) + ((s + 1) * (scale + since)) / (beta + tx + since) - 1
    const to = Math.min(end, from + Math.min(1, 6 / Math.abs(slope)))
    let added = 0
    forEachNode(from, to, (w, weight) => {
      const later = scale * Math.expm1(w)
      const density =
        weight * Math.exp(w - n * Math.log1p(later / (alpha + tx)) - (s + 1) * Math.log1p(later / (beta + tx)))
      added += density
      logAlpha += density * Math.log1p((age - tx - later) / (alpha + tx + later))
      inverseAlpha += density / (alpha + tx + later)
      logBeta += density * Math.log1p((age - tx - later) / (beta + tx + later))
      inverseBeta += density / (beta + tx + later)
    })
    sum += added
    from = to
    if (added <= negligible * sum) break
  }
  return {
    logOddsGone:
      Math.log(s) +
      Math.log(scale / (beta + tx)) +
      n * Math.log1p((age - tx) / (alpha + tx)) +
      s * Math.log1p((age - tx) / (beta + tx)) +
      Math.log(sum),
    logAlpha: logAlpha / sum,
    inverseAlpha: inverseAlpha / sum,
    logBeta: logBeta / sum,
    inverseBeta: inverseBeta / sum,
  }
}
