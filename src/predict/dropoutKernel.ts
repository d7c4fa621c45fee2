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
  return t / (parameters.alpha + t) <= farAway ? bySeries(parameters, t) : byTrapezoids(parameters, t)
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
  const from = -Math.asinh(40 / a + Math.abs(middle))
  const step = (Math.asinh(40 / b + Math.abs(middle)) - from) / (points - 1)
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
