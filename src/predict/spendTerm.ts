import { logGamma } from '../statistics/special/logGamma.js'
import type { SpendParameters } from './models/models.js'

/** Log-likelihood of gamma-gamma of one customer: the mean of x repeat days is m; both above 0. */
export function spendTerm(
  x: number,
  m: number,
  { p, q, v }: SpendParameters,
  logGammaOfQ: number = logGamma(q),
): number {
  const spent = m * x
  const shape = p * x
  return (
    logGamma(shape + q) -
    logGamma(shape) -
    logGammaOfQ -
    Math.log(m) -
    q * Math.log1p(spent / v) -
    shape * Math.log1p(v / spent)
  )
}
