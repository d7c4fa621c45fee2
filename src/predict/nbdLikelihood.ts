import { customersWithMore } from './customersWithMore.js'
import type { Objective } from './maximise.js'
import type { Patterns } from './patternsOf.js'

/** The log-likelihood of purchases without dropout, and its slopes, at the logarithms of r and alpha. */
export function nbdLikelihood(patterns: Patterns): Objective {
  const { frequency, ageDays, customers } = patterns
  const more = customersWithMore(patterns)
  return (point) => {
    const [r = 0, alpha = 0] = point.map(Math.exp)
    let value = 0
    let byR = 0
    let byAlpha = 0
    more.forEach((weight, j) => {
      value += weight * Math.log(r + j)
      byR += weight / (r + j)
    })
    frequency.forEach((x, row) => {
      const now = alpha + (ageDays[row] ?? 0)
      const weight = customers[row] ?? 0
      const share = Math.log(alpha / now)
      value += weight * (r * share - x * Math.log(now))
      byR += weight * share
      byAlpha += weight * (r / alpha - (r + x) / now)
    })
    return { value, gradient: [byR * r, byAlpha * alpha] }
  }
}
