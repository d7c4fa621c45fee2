import { orderlessSum } from '../statistics/orderlessSum.js'
import type { CustomersAtRisk, RiskTotals } from './models/risk.js'
import type { PurchaseSummary } from './models/summary.js'
import { moneyOf } from './moneyOf.js'
import { plainModel } from './plainModel.js'
import { plainSpendModel } from './plainSpendModel.js'
import { rankBase } from './rankBase.js'
import { type RiskRules, riskLevels } from './readRiskRules.js'
import type { RankedCustomer } from './riskOfCustomer.js'

/** The work list of a base, and all who are eligible, in its order. */
export function workList(
  base: PurchaseSummary,
  rules: RiskRules,
): { list: CustomersAtRisk; ranked: readonly RankedCustomer[] } {
  const { ranked, currency } = rankBase(base, rules)
  const below = base.frequency.length - ranked.length
  const rows = ranked.filter(({ row }) => isReached(row.level, rules)).slice(0, rules.limit)
  const list: CustomersAtRisk = {
    rows: rows.map(({ row, value }) => ({ ...row, valueAtRisk: value === null ? null : moneyOf(value, currency) })),
    totals: totalsOf(ranked, rules, currency),
    method: rules.model?.name ?? 'own_rhythm',
    excluded: below > 0 ? { frequency_below_minimum: below } : {},
    definition: definitionOf(base, rules),
  }
  return { list, ranked }
}

function isReached(level: RankedCustomer['row']['level'], { minimumLevel }: RiskRules): boolean {
  if (minimumLevel === undefined) return true
  return level !== null && riskLevels.indexOf(level) >= riskLevels.indexOf(minimumLevel)
}

function totalsOf(ranked: readonly RankedCustomer[], rules: RiskRules, currency: string): RiskTotals {
  const levels = { watch: 0, at_risk: 0, probably_lost: 0 }
  for (const { row } of ranked) if (row.level !== null) levels[row.level] += 1
  const values = ranked.flatMap(({ value }) => (value === null ? [] : [value]))
  const hasValue = rules.model !== null && rules.spendModel !== null
  return {
    customers: ranked.length,
    levels,
    purchasesAtRisk: orderlessSum(ranked.map(({ row }) => row.purchasesAtRisk ?? 0)),
    valueAtRisk: hasValue ? moneyOf(orderlessSum(values), currency) : null,
  }
}

function definitionOf({ asOf }: PurchaseSummary, rules: RiskRules): object {
  const { model, spendModel, minimumLevel, levels, capDays, rhythmFactor, ...rest } = rules
  const { grossMargin, horizonDays, minimumFrequency, limit } = rest
  return {
    asOf,
    model: model === null ? null : plainModel(model),
    ...(spendModel === null ? {} : { spendModel: plainSpendModel(spendModel), grossMargin }),
    horizonDays,
    minimumFrequency,
    ...(model === null ? { rhythmFactor } : { levels: { ...levels }, capDays }),
    ...(minimumLevel === undefined ? {} : { minimumLevel }),
    limit,
  }
}
