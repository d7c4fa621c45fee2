import { aggregatePurchaseHistories } from '../../../src/predict/aggregatePurchaseHistories.js'
import { conditionalPurchaseProbability } from '../../../src/predict/conditionalPurchaseProbability.js'
import * as predict from '../../../src/predict/index.js'
import { purchaseLogLikelihood } from '../../../src/predict/purchaseLogLikelihood.js'
import { purchaseProbability } from '../../../src/predict/purchaseProbability.js'

export const adapters: Record<string, (input: never, options: never) => unknown> = {
  aggregatePurchaseHistories: (input) => aggregatePurchaseHistories(input),
  alarmDate: (input, options) => predict.alarmDate(input, options),
  conditionalExpectedPurchases: (input, options) => predict.conditionalExpectedPurchases(input, options),
  conditionalPurchaseProbability: (input, options) => conditionalPurchaseProbability(input, options),
  daysToAlarm: (input, options) => predict.daysToAlarm(input, options),
  discountedResidualPurchases: (input, options) => predict.discountedResidualPurchases(input, options),
  expectedPurchases: (_, options) => predict.expectedPurchases(options),
  fitPurchaseModel: (input, options) => predict.fitPurchaseModel(input, options),
  probabilityAlive: (input, options) => predict.probabilityAlive(input, options),
  purchaseLogLikelihood: (input, options) => purchaseLogLikelihood(input, options),
  purchaseProbability: (_, options) => purchaseProbability(options),
  scoreCustomers: (input, options) => predict.scoreCustomers(input, options),
}
