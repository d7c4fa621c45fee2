import { dropoutKernel, type KernelParameters } from './dropoutKernel.js'
import { integrateTail } from './integrateTail.js'
import { logRising } from './logRising.js'
import type { DropoutModel } from './models/models.js'
import { purchaseCounts } from './purchaseCounts.js'
import type { Behaviour, PurchaseLaw } from './purchaseLaw.js'
import { softplus } from './softplus.js'

/**
 * BG/NBD and MBG/NBD: purchases at a rate that is Gamma(r, alpha) over customers, dropout with a probability that is
 * Beta(a, b), after each repeat purchase (first = 0) or after the first one too (first = 1).
 */
export function dropoutLaw({ name, parameters }: DropoutModel): PurchaseLaw {
  const { r, alpha, a, b } = parameters
  const first = name === 'mbg-nbd' ? 1 : 0
  const logOddsGone = ({ x, tx, age }: Behaviour): number => {
    const chances = x + first
    if (chances === 0) return Number.NEGATIVE_INFINITY
    return Math.log(a) - Math.log(b + chances - 1) + (r + x) * Math.log1p((age - tx) / (alpha + tx))
  }
  // Whoever is still a customer has the same law with what the history has taught.
  const after = ({ x, age }: Behaviour): KernelParameters => ({ r: r + x, alpha: alpha + age, a, b: b + x + first })
  return {
    logOddsGone,
    logLikelihood: (behaviour) => {
      const { x, age } = behaviour
      return (
        logRising(r, x) +
        r * Math.log(alpha) +
        logRising(b, x + first) -
        logRising(a + b, x + first) -
        (r + x) * Math.log(alpha + age) +
        softplus(logOddsGone(behaviour))
      )
    },
    expected: (t) =>
      first === 0 ? dropoutKernel(parameters, t) : (b / (a + b)) * dropoutKernel({ r, alpha, a, b: b + 1 }, t),
    expectedAlive: (behaviour, t) => dropoutKernel(after(behaviour), t),
    counts: (t, largest) => countsOf(parameters, first, t, largest),
    countsAlive: (behaviour, t, largest) => countsOf(after(behaviour), 0, t, largest),
    discountedAlive: (behaviour, rate) => {
      const now = after(behaviour)
      if (rate === 0) return a > 1 ? (now.a + now.b - 1) / (a - 1) : null
      return rate * integrateTail((t) => Math.exp(-rate * t) * dropoutKernel(now, t), now.alpha)
    },
  }
}

/** P(X = n): all purchases kept the customer, or the last one lost him and the rate allowed for more. */
function countsOf({ r, alpha, a, b }: KernelParameters, first: 0 | 1, t: number, largest: number): number[] {
  if (t === 0) return Array.from({ length: largest + 1 }, (_, n) => (n === 0 ? 1 : 0))
  const { equal, atLeast } = purchaseCounts(r, alpha, t, largest)
  let kept = first === 0 ? 1 : b / (a + b)
  let lost = first === 0 ? 0 : a / (a + b)
  return equal.map((probability, n) => {
    const result = kept * probability + lost * (atLeast[n] ?? 0)
    const chances = n + first
    lost = (kept * a) / (a + b + chances)
    kept *= (b + chances) / (a + b + chances)
    return result
  })
}
