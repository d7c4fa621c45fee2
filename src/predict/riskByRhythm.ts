import { laterDay } from './laterDay.js'
import type { RiskRules } from './readRiskRules.js'
import type { RankedCustomer, RiskSubject } from './riskOfCustomer.js'

/** The silence of a customer against the own median gap: at risk once it exceeds so many of them. */
export function riskByRhythm(subject: RiskSubject, rules: RiskRules): RankedCustomer {
  const { customerId, frequency, ageAtLastPurchaseDays, ageDays, medianGapDays, lastPurchase, value } = subject
  const silenceDays = ageDays - ageAtLastPurchaseDays
  const usual = (frequency / ageDays) * rules.horizonDays
  // The first whole day that exceeds them.
  const alarm = medianGapDays === null ? null : Math.floor(rules.rhythmFactor * medianGapDays) + 1
  return {
    row: {
      customerId,
      level: alarm !== null && silenceDays >= alarm ? 'at_risk' : null,
      alarmDates: { watch: null, at_risk: laterDay(lastPurchase, alarm), probably_lost: null },
      capped: false,
      silenceDays,
      usualPurchases: usual,
      expectedPurchases: null,
      purchasesAtRisk: null,
      probabilityOfNoPurchase: null,
      probabilityAlive: null,
    },
    value: null,
    usualValue: null,
    rank: usual * (value ?? 1),
  }
}
