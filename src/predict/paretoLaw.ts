import { forEachNode } from './forEachNode.js'
import { integrateTail } from './integrateTail.js'
import { logRising } from './logRising.js'
import type { ParetoModel, ParetoParameters } from './models/models.js'
import { paretoMoments } from './paretoMoments.js'
import { purchaseCounts } from './purchaseCounts.js'
import type { Behaviour, PurchaseLaw } from './purchaseLaw.js'
import { softplus } from './softplus.js'

/**
 * Pareto/NBD: purchases at a rate that is Gamma(r, alpha) over customers, until a dropout at any time, at a rate that is
 * Gamma(s, beta).
 */
export function paretoLaw({ parameters }: ParetoModel): PurchaseLaw {
  const { r, alpha, s, beta } = parameters
  const logOddsGone = (behaviour: Behaviour): number => paretoMoments(parameters, behaviour).logOddsGone
  // Whoever is still a customer has the same law with what the history has taught.
  const after = ({ x, age }: Behaviour): ParetoParameters => ({ r: r + x, alpha: alpha + age, s, beta: beta + age })
  return {
    logOddsGone,
    logLikelihood: (behaviour) => {
      const { x, age } = behaviour
      return (
        logRising(r, x) -
        r * Math.log1p(age / alpha) -
        x * Math.log(alpha + age) -
        s * Math.log1p(age / beta) +
        softplus(logOddsGone(behaviour))
      )
    },
    expected: (t) => expectedOf(parameters, t),
    expectedAlive: (behaviour, t) => expectedOf(after(behaviour), t),
    counts: (t, largest) => countsOf(parameters, t, largest),
    countsAlive: (behaviour, t, largest) => countsOf(after(behaviour), t, largest),
    discountedAlive: (behaviour, rate) => {
      const now = after(behaviour)
      const perTime = now.r / now.alpha
      if (rate === 0) return s > 1 ? (perTime * now.beta) / (s - 1) : null
      return perTime * integrateTail((t) => Math.exp(-rate * t - s * Math.log1p(t / now.beta)), now.beta)
    },
  }
}

/** The rate times the expected time until dropout, `t` at most. */
function expectedOf({ r, alpha, s, beta }: ParetoParameters, t: number): number {
  const stay = -Math.log1p(t / beta)
  const time = s === 1 ? -beta * stay : (-beta * Math.expm1((s - 1) * stay)) / (s - 1)
  return (r / alpha) * time
}

const panelWidth = 0.25

/** P(X = n): no dropout until `t`, or a dropout at any time before it. */
function countsOf({ r, alpha, s, beta }: ParetoParameters, t: number, largest: number): number[] {
  if (t === 0) return Array.from({ length: largest + 1 }, (_, n) => (n === 0 ? 1 : 0))
  const stayed = Math.exp(-s * Math.log1p(t / beta))
  const result = purchaseCounts(r, alpha, t, largest).equal.map((probability) => probability * stayed)
  const scale = Math.min(alpha, beta)
  const end = Math.log1p(t / scale)
  const panels = Math.ceil(end / panelWidth)
  for (let panel = 0; panel < panels; panel += 1) {
    forEachNode((panel * end) / panels, ((panel + 1) * end) / panels, (w, weight) => {
      const time = scale * Math.expm1(w)
      const density = weight * scale * Math.exp(w) * (s / (beta + time)) * Math.exp(-s * Math.log1p(time / beta))
      purchaseCounts(r, alpha, time, largest).equal.forEach((probability, n) => {
        result[n] = (result[n] ?? 0) + density * probability
      })
    })
  }
  return result
}
