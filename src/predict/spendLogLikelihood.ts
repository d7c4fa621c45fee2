import { orderlessSum } from '../statistics/orderlessSum.js'
import { assertSpendModel } from './assertSpendModel.js'
import type { PurchaseData } from './models/history.js'
import type { SpendModel } from './models/models.js'
import { readSpend } from './readSpend.js'
import { spendTerm } from './spendTerm.js'

/** The log-likelihood of spending, of all rows and of each. */
export interface SpendLikelihood {
  readonly logLikelihood: number
  /** Per row, one customer of it; 0 for what says nothing of values. */
  readonly each?: number[]
}

/** Log-likelihood of gamma-gamma over the customers with a repeat day and a mean value above 0. */
export function spendLogLikelihood(
  data: PurchaseData,
  options: { readonly spendModel: SpendModel; readonly each?: boolean | undefined },
): SpendLikelihood {
  assertSpendModel(options.spendModel)
  const { parameters } = options.spendModel
  const { rows } = readSpend(data)
  const each = rows.map(({ frequency, value }) =>
    frequency > 0 && value > 0 ? spendTerm(frequency, value, parameters) : 0,
  )
  const logLikelihood = orderlessSum(each.map((term, row) => term * (rows[row]?.customers ?? 0)))
  return { logLikelihood, ...(options.each === true ? { each } : {}) }
}
