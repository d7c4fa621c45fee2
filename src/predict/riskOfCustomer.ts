import type { Day } from '../measurement.js'
import { alarmSilence } from './alarmSilence.js'
import { aliveOf } from './aliveOf.js'
import { type CappedSilence, cappedSilence } from './cappedSilence.js'
import { laterDay } from './laterDay.js'
import { lawOf } from './lawOf.js'
import { meanOrderValue } from './meanOrderValue.js'
import type { PurchaseModel } from './models/models.js'
import type { AlarmDates, CustomerAtRisk, RiskLevel } from './models/risk.js'
import { type RiskRules, riskLevels } from './readRiskRules.js'

/** What of a customer the work list needs, ages in days. */
export interface RiskSubject {
  readonly customerId: string
  readonly frequency: number
  readonly ageAtLastPurchaseDays: number
  readonly ageDays: number
  /** Mean value of a repeat day; null where amounts are not known. */
  readonly value: number | null
  readonly medianGapDays: number | null
  readonly lastPurchase: Day
}

/** A row of the work list, with its value as a number. */
export interface RankedCustomer {
  readonly row: Omit<CustomerAtRisk, 'valueAtRisk'>
  /** Value at risk; null without a model of values, or a finite mean. */
  readonly value: number | null
  /** Value of the usual purchases of the horizon, after the margin; null like the value at risk. */
  readonly usualValue: number | null
  /** What the list is ordered by. */
  readonly rank: number
}

/** How likely and how dear the loss of a customer is, by a model. */
export function riskOfCustomer(
  subject: RiskSubject,
  rules: RiskRules & { readonly model: PurchaseModel },
): RankedCustomer {
  const { model, spendModel, horizonDays, levels, capDays } = rules
  const unit = model.timeUnitDays
  const { customerId, frequency, ageAtLastPurchaseDays, ageDays, lastPurchase } = subject
  const behaviour = { x: frequency, tx: ageAtLastPurchaseDays / unit, age: ageDays / unit }
  const law = lawOf(model)
  const logOdds = law.logOddsGone(behaviour)
  const alive = aliveOf(logOdds)
  const silenceDays = ageDays - ageAtLastPurchaseDays
  const silences = riskLevels.map((level) => {
    const days = alarmSilence(model, { ...behaviour, age: behaviour.tx }, levels[level])
    return cappedSilence(days === null ? null : days * unit, level === 'probably_lost' ? null : capDays)
  })
  const usual = (frequency / ageDays) * horizonDays
  const expected = alive * law.expectedAlive(behaviour, horizonDays / unit)
  const lost = Math.max(0, usual - expected)
  const [none = 1] = law.countsAlive(behaviour, horizonDays / unit, 0)
  const orderValue = spendModel === null ? null : meanOrderValue(frequency, subject.value ?? 0, spendModel.parameters)
  const margin = orderValue === null ? null : orderValue * rules.grossMargin
  const value = margin === null ? null : lost * margin
  return {
    row: {
      customerId,
      level: levelAt(silences, silenceDays),
      alarmDates: datesOf(silences, lastPurchase),
      capped: silences.some(({ capped }) => capped),
      silenceDays,
      usualPurchases: usual,
      expectedPurchases: expected,
      purchasesAtRisk: lost,
      probabilityOfNoPurchase: Math.min(1, aliveOf(-logOdds) + alive * none),
      probabilityAlive: alive,
    },
    value,
    usualValue: margin === null ? null : usual * margin,
    rank: spendModel === null ? lost : (value ?? -1),
  }
}

/** The most severe level that a silence has reached. */
function levelAt(silences: readonly CappedSilence[], silence: number): RiskLevel | null {
  const reached = riskLevels.filter((_, index) => {
    const days = silences[index]?.silenceDays ?? null
    return days !== null && silence >= days
  })
  return reached.at(-1) ?? null
}

function datesOf([watch, atRisk, lost]: readonly CappedSilence[], lastPurchase: Day): AlarmDates {
  return {
    watch: laterDay(lastPurchase, watch?.silenceDays ?? null),
    at_risk: laterDay(lastPurchase, atRisk?.silenceDays ?? null),
    probably_lost: laterDay(lastPurchase, lost?.silenceDays ?? null),
  }
}
