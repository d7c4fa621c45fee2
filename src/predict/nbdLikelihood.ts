import { customersWithMore } from './customersWithMore.js'
import { groupAges } from './groupAges.js'
import type { Objective } from './maximise.js'
import type { Patterns } from './patternsOf.js'

/** The log-likelihood of purchases without dropout, and its slopes, at the logarithms of r and alpha. */
export function nbdLikelihood(patterns: Patterns): Objective {
  const more = customersWithMore(patterns)
  const { ages, customers, purchases } = groupAges(patterns)
  return (point) => {
    const [r = 0, alpha = 0] = point.map(Math.exp)
    let value = 0
    let byR = 0
    let byAlpha = 0
    more.forEach((weight, j) => {
      value += weight * Math.log(r + j)
      byR += weight / (r + j)
    })
    ages.forEach((age, place) => {
      const now = alpha + age
      const weight = customers[place] ?? 0
      const bought = purchases[place] ?? 0
      const share = Math.log(alpha / now)
      value += weight * r * share - bought * Math.log(now)
      byR += weight * share
      byAlpha += (weight * r) / alpha - (weight * r + bought) / now
    })
    return { value, gradient: [byR * r, byAlpha * alpha] }
  }
}
