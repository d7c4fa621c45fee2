import type { CustomersAtRisk } from '../predict/models/risk.js'
import { rankCustomersAtRisk } from '../predict/rankCustomersAtRisk.js'
import type { ReviewSources } from './createReviewSources.js'
import { customerOrdinals } from './customerOrdinals.js'
import { presenceOf } from './presenceOf.js'
import { purchaseOutlook } from './purchaseOutlook.js'
import type { ReviewContext } from './reviewContext.js'

/** The work list: customers by what would be lost with them; undefined where nobody has bought often enough. */
export function customersAtRiskOf(sources: ReviewSources, context: ReviewContext): CustomersAtRisk | undefined {
  const outlook = purchaseOutlook(sources, context)
  if (outlook === undefined) return undefined
  const { current, fit, spendModel } = outlook
  const model = fit?.model ?? null
  const list = rankCustomersAtRisk(current, { model, spendModel, limit: context.top, minimumLevel: 'watch' })
  if (list.totals.customers === 0) return undefined
  if (context.policy.redact !== 'ids') return list
  const nameOf = customerOrdinals(presenceOf(sources, context).customers ?? [], current.customerId)
  return { ...list, rows: list.rows.map((row) => ({ ...row, customerId: nameOf(row.customerId) })) }
}
