import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions } from '../internal/guards.js'
import type { DecimalInput, Measurement } from '../measurement.js'
import { aliveOf } from './aliveOf.js'
import { assertSpendModel } from './assertSpendModel.js'
import { lawOf } from './lawOf.js'
import { meanOrderValue } from './meanOrderValue.js'
import type { PurchaseHistory } from './models/history.js'
import type { PurchaseModel, SpendModel } from './models/models.js'
import { plainModel } from './plainModel.js'
import { plainSpendModel } from './plainSpendModel.js'
import { readGrossMargin } from './readGrossMargin.js'
import { readHistory } from './readHistory.js'
import { readModel } from './readModel.js'
import { spendOf } from './readSpend.js'

/** Options of {@link customerLifetimeValue}. */
export interface CustomerLifetimeValueOptions {
  /** The model of buying and dropping out. */
  readonly model: PurchaseModel
  /** The model of order values. */
  readonly spendModel: SpendModel
  /** Share of the revenue that is kept, 1 at most. */
  readonly grossMargin: DecimalInput
  /** Periods ahead, 1 to 36,600. Default 12. */
  readonly periods?: number | undefined
  /** Days of a period, above 0. Default 30. */
  readonly periodDays?: number | undefined
  /** Discount a period, from 0; the first period is discounted too. */
  readonly discountPerPeriod: number
}

const knownOptions = ['model', 'spendModel', 'grossMargin', 'periods', 'periodDays', 'discountPerPeriod']

/**
 * Estimates what a customer's future purchases are worth: the expected margin over some periods, discounted.
 *
 * `Σ margin E[M] (E(kL) - E((k - 1)L)) / (1 + d)^k` over the periods k from 1, with E the conditional expectation of
 * purchases and E[M] the expected order value. Future purchases only: it is another quantity than `lifetimeValue` of the
 * metrics, the margin per account over churn of a whole customer lifetime.
 *
 * @param history - repeat purchases, ages in days, mean value of a repeat day
 * @param options - both models, gross margin, periods and their length, discount
 * @returns `customer-lifetime-value` in currency units; null with `unbounded` where the expected order value is; below 0
 * only with a negative margin, which is the caveat `negative_margin`
 * @throws {@link RetentionOkrError} INVALID_HISTORY for a history that cannot be
 * @throws {@link RetentionOkrError} INVALID_MODEL, INVALID_OPTION
 * @example
 * ```ts
 * import { customerLifetimeValue, type PurchaseModel, type SpendModel } from 'retention-okr/predict'
 *
 * const model: PurchaseModel = {
 *   name: 'bg-nbd', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, timeUnitDays: 7,
 * }
 * const spendModel: SpendModel = { name: 'gamma-gamma', parameters: { p: 6.25, q: 3.74, v: 15.44 }, currency: 'USD' }
 * const history = { frequency: 2, ageAtLastPurchaseDays: 7 * 30.43, ageDays: 7 * 38.86, monetaryValue: 22.35 }
 * const options = { model, spendModel, grossMargin: 1, periodDays: 7 * 4.345, discountPerPeriod: 0.01 }
 * customerLifetimeValue(history, options).value // ≈ 36.2892111256
 * ```
 * @see Fader, Hardie & Lee 2005, "RFM and CLV: using iso-value curves for customer base analysis"
 * @since 0.1.0
 */
export function customerLifetimeValue(history: PurchaseHistory, options: CustomerLifetimeValueOptions): Measurement {
  assertKnownOptions(options, knownOptions)
  const { spendModel, periods = 12, periodDays = 30, discountPerPeriod } = options
  const model = readModel(options.model)
  assertSpendModel(spendModel)
  const grossMargin = readGrossMargin(options.grossMargin, Number.NEGATIVE_INFINITY)
  assertInteger(periods, { minimum: 1, maximum: 36_600 }, 'options.periods')
  if (typeof periodDays !== 'number' || !(periodDays > 0 && periodDays < Number.POSITIVE_INFINITY)) {
    fail('INVALID_OPTION', 'options.periodDays', 'must be above 0', periodDays)
  }
  if (typeof discountPerPeriod !== 'number' || !(discountPerPeriod >= 0 && discountPerPeriod < Infinity)) {
    fail('INVALID_OPTION', 'options.discountPerPeriod', 'must be a number from 0', discountPerPeriod)
  }
  const behaviour = readHistory(history, model.timeUnitDays)
  const { frequency, value } = spendOf(history)
  const common = { metric: 'customer-lifetime-value', unit: 'money' as const, sampleSize: frequency }
  const definition = {
    model: plainModel(model),
    spendModel: plainSpendModel(spendModel),
    ...{ grossMargin, periods, periodDays, discountPerPeriod },
    ...(grossMargin < 0 ? { caveats: ['negative_margin'] } : {}),
  }
  const orderValue = meanOrderValue(frequency, value, spendModel.parameters)
  if (orderValue === null) return { ...common, value: null, reason: 'unbounded', definition }
  const law = lawOf(model)
  const alive = aliveOf(law.logOddsGone(behaviour))
  let [worth, before] = [0, 0]
  for (let period = 1; period <= periods; period += 1) {
    const until = law.expectedAlive(behaviour, (period * periodDays) / model.timeUnitDays)
    worth += (until - before) / (1 + discountPerPeriod) ** period
    before = until
  }
  return { ...common, value: grossMargin * orderValue * alive * worth + 0, definition }
}
