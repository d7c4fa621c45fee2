import { logGamma } from '../statistics/special/logGamma.js'
import { digamma } from './digamma.js'
import type { Objective } from './maximise.js'
import type { Spend } from './readSpend.js'
import { spendTerm } from './spendTerm.js'

/** The mean log-likelihood of gamma-gamma at (ln p, ln q, ln v), with its slopes. */
export function spendObjective(rows: readonly Spend[]): Objective {
  const size = rows.reduce((sum, { customers }) => sum + customers, 0)
  return (point) => {
    const [p = 1, q = 1, v = 1] = point.map(Math.exp)
    const [atQ, logGammaOfQ] = [digamma(q), logGamma(q)]
    const parameters = { p, q, v }
    let [value, byP, byQ, byV] = [0, 0, 0, 0]
    for (const { frequency: x, value: m, customers } of rows) {
      const [shape, spent] = [p * x, m * x]
      const atSum = digamma(shape + q)
      value += customers * spendTerm(x, m, parameters, logGammaOfQ)
      byP += customers * x * (atSum - digamma(shape) - Math.log1p(v / spent))
      byQ += customers * (atSum - atQ - Math.log1p(spent / v))
      byV += customers * (q / v - (shape + q) / (v + spent))
    }
    return { value: value / size, gradient: [(byP * p) / size, (byQ * q) / size, (byV * v) / size] }
  }
}
