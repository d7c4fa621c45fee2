import { countHoldoutPurchases } from '../../../src/predict/countHoldoutPurchases.js'
import { customerLifetimeValue } from '../../../src/predict/customerLifetimeValue.js'
import { discountedLifetime } from '../../../src/predict/discountedLifetime.js'
import { discountedResidualLifetime } from '../../../src/predict/discountedResidualLifetime.js'
import { expectedOrderValue } from '../../../src/predict/expectedOrderValue.js'
import { fitRenewalModel } from '../../../src/predict/fitRenewalModel.js'
import { fitSpendModel } from '../../../src/predict/fitSpendModel.js'
import { projectRetentionCurve } from '../../../src/predict/projectRetentionCurve.js'
import { renewalLogLikelihood } from '../../../src/predict/renewalLogLikelihood.js'
import { spendLogLikelihood } from '../../../src/predict/spendLogLikelihood.js'
import { summarisePurchaseDays } from '../../../src/predict/summarisePurchaseDays.js'
import { tallyPurchaseDays } from '../../../src/predict/tallyPurchaseDays.js'
import { tallyRenewals } from '../../../src/predict/tallyRenewals.js'

export const adapters: Record<string, (input: never, options: never) => unknown> = {
  countHoldoutPurchases: (input, options) => countHoldoutPurchases(input, options),
  customerLifetimeValue: (input, options) => customerLifetimeValue(input, options),
  discountedLifetime: (_, options) => discountedLifetime(options),
  discountedResidualLifetime: (input, options) => discountedResidualLifetime(input, options),
  expectedOrderValue: (input, options) => expectedOrderValue(input, options),
  fitRenewalModel: (input, options) => fitRenewalModel(input, options),
  fitSpendModel: (input, options) => fitSpendModel(input, options),
  projectRetentionCurve: (_, options) => projectRetentionCurve(options),
  renewalLogLikelihood: (input, options) => renewalLogLikelihood(input, options),
  spendLogLikelihood: (input, options) => spendLogLikelihood(input, options),
  summarisePurchaseDays: (input, options) => summarisePurchaseDays(input, options),
  tallyPurchaseDays: (input, options) => tallyPurchaseDays(input, options),
  tallyRenewals: (input) => tallyRenewals(input),
}
