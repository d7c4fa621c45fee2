export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export type { PurchaseDays, PurchaseDaysDefinition, PurchasePatterns, RenewalCounts } from '../tally/columnTallies.js'
export { type AlarmDate, type AlarmDateData, type AlarmDateOptions, alarmDate } from './alarmDate.js'
export { type BacktestPurchaseModelOptions, backtestPurchaseModel } from './backtestPurchaseModel.js'
export {
  type ConditionalExpectedPurchasesOptions,
  conditionalExpectedPurchases,
} from './conditionalExpectedPurchases.js'
export { type CustomerLifetimeValueOptions, customerLifetimeValue } from './customerLifetimeValue.js'
export type { AcquiredSpan, SummarisePurchaseDaysOptions, TallyPurchaseDaysOptions } from './dayOptions.js'
export { type DaysToAlarmOptions, daysToAlarm } from './daysToAlarm.js'
export { type DiscountedLifetimeOptions, discountedLifetime } from './discountedLifetime.js'
export {
  type DiscountedResidualLifetimeOptions,
  discountedResidualLifetime,
  type RenewalHistory,
} from './discountedResidualLifetime.js'
export {
  type AnnualDiscount,
  type ContinuousDiscount,
  type DiscountedResidualPurchasesOptions,
  discountedResidualPurchases,
} from './discountedResidualPurchases.js'
export { type ExpectedOrderValueOptions, expectedOrderValue } from './expectedOrderValue.js'
export { type ExpectedPurchasesOptions, expectedPurchases } from './expectedPurchases.js'
export { fitPurchaseModel } from './fitPurchaseModel.js'
export { type FitRenewalModelOptions, fitRenewalModel } from './fitRenewalModel.js'
export { type FitSpendModelOptions, fitSpendModel } from './fitSpendModel.js'
export type {
  BacktestFigures,
  BacktestRanking,
  BacktestRow,
  BacktestScore,
  CapturedLoss,
  PurchaseBacktest,
} from './models/backtest.js'
export type {
  AlternativeFit,
  FailedFit,
  FitDiagnostics,
  FittedModel,
  ImpossibleFit,
  ModelFit,
  PurchaseModelFit,
  RenewalModelFit,
  SpendModelFit,
} from './models/fit.js'
export type { PurchaseData, PurchaseHistory } from './models/history.js'
export type {
  DropoutModel,
  DropoutParameters,
  ParetoModel,
  ParetoParameters,
  PurchaseModel,
  RenewalModel,
  RenewalParameters,
  SpendModel,
  SpendParameters,
} from './models/models.js'
export type {
  AlarmDates,
  CustomerAtRisk,
  CustomersAtRisk,
  RiskLevel,
  RiskLevelCounts,
  RiskLevelLimits,
  RiskTotals,
} from './models/risk.js'
export type { PurchaseOrder, PurchaseSummary, PurchaseTotals } from './models/summary.js'
export { type ProbabilityAliveOptions, probabilityAlive } from './probabilityAlive.js'
export {
  type ProjectRetentionCurveOptions,
  projectRetentionCurve,
  type RetentionCurve,
} from './projectRetentionCurve.js'
export { rankCustomersAtRisk } from './rankCustomersAtRisk.js'
export type { FitPurchaseModelOptions, FitStart } from './readFitOptions.js'
export type { RankCustomersAtRiskOptions } from './readRiskRules.js'
export {
  type CustomerScores,
  type ScoreCustomersOptions,
  type ScoreTotals,
  type ScoreWarning,
  scoreCustomers,
} from './scoreCustomers.js'
export { summarisePurchaseDays } from './summarisePurchaseDays.js'
export { tallyPurchaseDays } from './tallyPurchaseDays.js'
export { tallyRenewals } from './tallyRenewals.js'
