import { createGoneSums } from './createGoneSums.js'
import { customersWithMore } from './customersWithMore.js'
import { groupAges } from './groupAges.js'
import type { Evaluation, Objective } from './maximise.js'
import type { Patterns } from './patternsOf.js'

/**
 * The log-likelihood of BG/NBD (first = 0) or MBG/NBD (first = 1) over patterns, and its slopes, at the logarithms of
 * r, alpha, a and b.
 *
 * The gamma and beta functions are sums over j below the largest frequency, weighted with the customers who have more than
 * j purchases: no special function is called. What depends on the age now alone is summed over the distinct ages; a
 * pattern itself only says whether it has gone.
 */
export function dropoutLikelihood(patterns: Patterns, first: 0 | 1): Objective {
  const more = customersWithMore(patterns)
  const total = patterns.customers.reduce((sum, weight) => sum + weight, 0)
  const chances = first === 0 ? more : [total, ...more]
  const { ages, customers, purchases } = groupAges(patterns)
  const addGone = createGoneSums(patterns, first)
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
    ages.forEach((age, place) => {
      const weight = customers[place] ?? 0
      const events = weight * r + (purchases[place] ?? 0)
      const logNow = Math.log(alpha + age)
      value -= events * logNow
      byR -= weight * logNow
      byAlpha -= events / (alpha + age)
    })
    const gone = addGone({ r, alpha, a, b })
    return {
      value: value + gone.value,
      gradient: [(byR + gone.byR) * r, (byAlpha + gone.byAlpha) * alpha, byA * a + gone.share, (byB - gone.byB) * b],
    } satisfies Evaluation
  }
}
