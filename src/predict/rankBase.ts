import { dayFromNumber, dayNumber } from '../calendar/dayNumber.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import type { PurchaseSummary } from './models/summary.js'
import type { RiskRules } from './readRiskRules.js'
import { riskByRhythm } from './riskByRhythm.js'
import { type RankedCustomer, type RiskSubject, riskOfCustomer } from './riskOfCustomer.js'

/** The code of ISO 4217 for no currency: what stands for one that nobody named. */
const noCurrency = 'XXX'

/** All eligible customers of a base, those first that should be called first, and the currency of their values. */
export function rankBase(base: PurchaseSummary, rules: RiskRules): { ranked: RankedCustomer[]; currency: string } {
  const currency = currencyOf(base, rules)
  if (rules.model === null && base.medianGapDays === undefined) {
    fail('INVALID_OPTION', 'options.model', 'may be null only for a summary with ownRhythm', null)
  }
  const ranked: RankedCustomer[] = []
  for (let row = 0; row < base.frequency.length; row += 1) {
    if ((base.frequency[row] ?? 0) < rules.minimumFrequency) continue
    const subject = subjectOf(base, row)
    const { model } = rules
    ranked.push(model === null ? riskByRhythm(subject, rules) : riskOfCustomer(subject, { ...rules, model }))
  }
  ranked.sort(
    (a, b) =>
      b.rank - a.rank || b.row.silenceDays - a.row.silenceDays || compareCodeUnits(a.row.customerId, b.row.customerId),
  )
  return { ranked, currency }
}

/** The currency of the values; two different ones cannot both be right. */
function currencyOf({ currency }: PurchaseSummary, { spendModel }: RiskRules): string {
  const own = spendModel?.currency ?? null
  if (own !== null && currency !== null && own !== currency) {
    fail('INVALID_MODEL', 'options.spendModel.currency', 'must be that of the summary', own)
  }
  return own ?? currency ?? noCurrency
}

function subjectOf(base: PurchaseSummary, row: number): RiskSubject {
  const [ageAtLastPurchaseDays, ageDays] = [base.ageAtLastPurchaseDays[row] ?? 0, base.ageDays[row] ?? 0]
  return {
    customerId: base.customerId[row] ?? '',
    frequency: base.frequency[row] ?? 0,
    ageAtLastPurchaseDays,
    ageDays,
    value: base.monetaryValue?.[row] ?? null,
    medianGapDays: base.medianGapDays?.[row] ?? null,
    lastPurchase: dayFromNumber(dayNumber(base.asOf) - Math.round(ageDays - ageAtLastPurchaseDays)),
  }
}
