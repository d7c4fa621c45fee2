import { customersWithMore } from './customersWithMore.js'
import type { Objective } from './maximise.js'
import { paretoMoments } from './paretoMoments.js'
import type { Patterns } from './patternsOf.js'
import { softplus } from './softplus.js'

/** The log-likelihood of Pareto/NBD over patterns, and its slopes, at the logarithms of r, alpha, s and beta. */
export function paretoLikelihood(patterns: Patterns): Objective {
  const { frequency, ageAtLastPurchaseDays, ageDays, customers } = patterns
  const more = customersWithMore(patterns)
  return (point) => {
    const [r = 0, alpha = 0, s = 0, beta = 0] = point.map(Math.exp)
    let value = 0
    const slopes = { r: 0, alpha: 0, s: 0, beta: 0 }
    more.forEach((weight, j) => {
      value += weight * Math.log(r + j)
      slopes.r += weight / (r + j)
    })
    frequency.forEach((x, row) => {
      const weight = customers[row] ?? 0
      const age = ageDays[row] ?? 0
      const behaviour = { x, tx: ageAtLastPurchaseDays[row] ?? 0, age }
      const moments = paretoMoments({ r, alpha, s, beta }, behaviour)
      const gone = 1 / (1 + Math.exp(-moments.logOddsGone))
      const [byPurchases, byDropout] = [-Math.log1p(age / alpha), -Math.log1p(age / beta)]
      value += weight * (r * byPurchases - x * Math.log(alpha + age) + s * byDropout + softplus(moments.logOddsGone))
      slopes.r += weight * (byPurchases + gone * moments.logAlpha)
      slopes.alpha +=
        weight * (r / alpha - (r + x) / (alpha + age) + gone * (r + x) * (1 / (alpha + age) - moments.inverseAlpha))
      slopes.s += weight * (byDropout + gone * (1 / s + moments.logBeta))
      slopes.beta += weight * (s / beta - s / (beta + age) + gone * (s / (beta + age) - (s + 1) * moments.inverseBeta))
    })
    return { value, gradient: [slopes.r * r, slopes.alpha * alpha, slopes.s * s, slopes.beta * beta] }
  }
}
