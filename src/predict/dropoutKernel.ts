import { logGamma } from '../statistics/special/logGamma.js'
import { softplus } from './softplus.js'

/** Parameters of the purchases until dropout. */
export interface KernelParameters {
  /** Shape of the purchase rates. */
  readonly r: number
  /** Scale of the purchase rates. */
  readonly alpha: number
  /** First parameter of the dropout probabilities. */
  readonly a: number
  /** Second parameter of the dropout probabilities. */
  readonly b: number
}

/** Beyond this share of `t` in `alpha + t` the series has lost its digits. */
const farAway = 0.99
/** Beyond this first parameter the terms of the series grow before they fall, at last beyond all numbers. */
const largestShape = 30
const negligible = 1e-17

/**
 * The expected purchases until `t` of a customer who may drop out after each: the mean of
 * `[1 - (alpha/(alpha + p t))^r] / p` over dropout probabilities p that are Beta(a, b).
 *
 * The closed form has a factor `(a + b - 1)/(a - 1)` and a difference of two nearly equal numbers. Here `a - 1` and
 * `a + b - 1` are divided out of every term (Euler's transformation), so that it holds for all a and b above 0.
 */
export function dropoutKernel(parameters: KernelParameters, t: number): number {
  if (t === 0) return 0
  const isNear = t / (parameters.alpha + t) <= farAway && parameters.a <= largestShape
  return isNear ? bySeries(parameters, t) : byTrapezoids(parameters, t)
}

function bySeries({ r, alpha, a, b }: KernelParameters, t: number): number {
  const z = t / (alpha + t)
  const stay = -Math.log1p(t / alpha)
  const c = a + b - 1
  const d = c - r
  const phi = a === 1 ? -stay : -Math.expm1((a - 1) * stay) / (a - 1)
  let term = d * z
  let sum = term
  for (let n = 1; ; n += 1) {
    term *= (z * (a + n - 1) * (d + n)) / ((a + b + n - 1) * (n + 1))
    sum += term
    if (term === 0 || (Math.abs(term) <= negligible * Math.abs(sum) && n > Math.max(5, -d))) break
  }
  return c * phi - Math.exp((a - 1) * stay) * sum
}

const points = 321

/** Trapezoids in the logit of p, spread by sinh: the ends of the Beta distribution die away doubly exponentially. */
function byTrapezoids({ r, alpha, a, b }: KernelParameters, t: number): number {
  const middle = Math.log(a / b)
  const { below, above } = reachOf(a, b)
  const from = -Math.asinh(below)
  const step = (Math.asinh(above) - from) / (points - 1)
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b)
  let sum = 0
  for (let index = 0; index < points; index += 1) {
    const s = from + index * step
    const u = middle + Math.sinh(s)
    const [logP, logQ] = [-softplus(-u), -softplus(u)]
    const y = (Math.exp(logP) * t) / alpha
    // For a small y the share that has bought is r y to all digits; p itself may be below the smallest number.
    const logShare =
      y * Math.max(r, 1) < 1e-9
        ? Math.log((r * t) / alpha) - (y * (r + 1)) / 2
        : Math.log(-Math.expm1(-r * Math.log1p(y))) - logP
    sum += Math.exp(a * logP + b * logQ - logBeta + logShare) * Math.cosh(s)
  }
  return sum * step
}

/** Beyond this the logit of p is as good as normal. */
const nearNormal = 50
const deviations = 12

/** How far from its middle the logit of p has a density that matters: exponential tails, or those of a normal law. */
function reachOf(a: number, b: number): { below: number; above: number } {
  const normal = deviations * Math.sqrt(1 / a + 1 / b)
  if (Math.min(a, b) > nearNormal) return { below: normal, above: normal }
  const middle = Math.abs(Math.log(a / b))
  return { below: 40 / a + middle + normal, above: 40 / b + middle + normal }
}
