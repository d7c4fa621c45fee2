export { type CohortRepeatRateOptions, cohortRepeatRate } from './cohortRepeatRate.js'
export { type CountPurchasesOptions, countPurchases } from './countPurchases.js'
export { type MeasureCohortRepeatRateOptions, measureCohortRepeatRate } from './measureCohortRepeatRate.js'
export { type MeasurePurchaseFrequencyOptions, measurePurchaseFrequency } from './measurePurchaseFrequency.js'
export { type MeasureRepeatPurchaseRateOptions, measureRepeatPurchaseRate } from './measureRepeatPurchaseRate.js'
export {
  type MeasureReturningCustomerRateOptions,
  measureReturningCustomerRate,
} from './measureReturningCustomerRate.js'
export {
  type GapPoint,
  type MeasureTimeBetweenPurchasesOptions,
  measureTimeBetweenPurchases,
  type PurchaseGapMeasurement,
} from './measureTimeBetweenPurchases.js'
export type {
  OrderInclusion,
  OrderOptions,
  PurchaseCounts,
  RfmInput,
  RfmResult,
  RfmRow,
  RfmScores,
  RfmSegment,
  RfmThresholds,
} from './model.js'
export { type FrequencyCounts, type PurchaseFrequencyOptions, purchaseFrequency } from './purchaseFrequency.js'
export type { PurchasePeriodOptions } from './purchasesOfPeriod.js'
export type { RfmScoringOptions } from './readScoring.js'
export { type RepeatPurchaseRateOptions, repeatPurchaseRate } from './repeatPurchaseRate.js'
export { type ReturningCustomerRateOptions, returningCustomerRate } from './returningCustomerRate.js'
export { type RfmSegmentOptions, rfmSegment } from './rfmSegment.js'
export { type ScoreRfmOptions, scoreRfm } from './scoreRfm.js'
export { type SummariseRfmOptions, summariseRfm } from './summariseRfm.js'
export { type TallyPurchasesOptions, tallyPurchases } from './tallyPurchases.js'
