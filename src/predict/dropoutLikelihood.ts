import { customersWithMore } from './customersWithMore.js'
import type { Evaluation, Objective } from './maximise.js'
import type { Patterns } from './patternsOf.js'

/**
 * The log-likelihood of BG/NBD (first = 0) or MBG/NBD (first = 1) over patterns, and its slopes, at the logarithms of
 * r, alpha, a and b.
 *
 * The gamma and beta functions are sums over j below the largest frequency, weighted with the customers who have more than
 * j purchases: no special function is called, and the work is one loop over patterns and one over j.
 */
export function dropoutLikelihood(patterns: Patterns, first: 0 | 1): Objective {
  const { frequency, ageAtLastPurchaseDays, ageDays, customers } = patterns
  const more = customersWithMore(patterns)
  const total = customers.reduce((sum, weight) => sum + weight, 0)
  const chances = first === 0 ? more : [total, ...more]
  return (point) => {
    const [r = 0, alpha = 0, a = 0, b = 0] = point.map(Math.exp)
    const logAlpha = Math.log(alpha)
    let value = total * r * logAlpha
    let byR = total * logAlpha
    let byAlpha = (total * r) / alpha
    let byA = 0
    let byB = 0
    more.forEach((weight, j) => {
      value += weight * Math.log(r + j)
      byR += weight / (r + j)
    })
    chances.forEach((weight, j) => {
      value += weight * Math.log((b + j) / (a + b + j))
      byA -= weight / (a + b + j)
      byB += weight * (1 / (b + j) - 1 / (a + b + j))
    })
    const logOdds = chances.map((_, j) => Math.log(a / (b + j)))
    for (let row = 0; row < frequency.length; row += 1) {
      const x = frequency[row] ?? 0
      const [now, last] = [alpha + (ageDays[row] ?? 0), alpha + (ageAtLastPurchaseDays[row] ?? 0)]
      const weight = customers[row] ?? 0
      const logNow = Math.log(now)
      value -= weight * (r + x) * logNow
      byR -= weight * logNow
      byAlpha -= (weight * (r + x)) / now
      if (x + first === 0) continue
      const logRatio = Math.log1p((now - last) / last)
      const u = (logOdds[x - 1 + first] ?? 0) + (r + x) * logRatio
      // ln(1 + e^u) and e^u/(1 + e^u) by one exponential that cannot overflow.
      const rest = Math.exp(-Math.abs(u))
      const gone = (weight * (u > 0 ? 1 : rest)) / (1 + rest)
      value += weight * (Math.max(u, 0) + Math.log1p(rest))
      byR += gone * logRatio
      byAlpha += gone * (r + x) * (1 / now - 1 / last)
      byA += gone / a
      byB -= gone / (b + x - 1 + first)
    }
    return { value, gradient: [byR * r, byAlpha * alpha, byA * a, byB * b] } satisfies Evaluation
  }
}
