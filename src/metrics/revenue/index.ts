export {
  type AcquisitionData,
  type AcquisitionPaybackOptions,
  type AcquisitionPeriod,
  acquisitionPayback,
} from './acquisitionPayback.js'
export { type AccountTotals, averageRevenuePerAccount } from './averageRevenuePerAccount.js'
export { compoundRetention } from './compoundRetention.js'
export { type CountMrrMovementsOptions, countMrrMovements } from './countMrrMovements.js'
export { type ExpectedLifetimeOptions, expectedLifetime } from './expectedLifetime.js'
export { type GrossRevenueChurnOptions, grossRevenueChurn } from './grossRevenueChurn.js'
export { type GrossRevenueRetentionOptions, grossRevenueRetention } from './grossRevenueRetention.js'
export {
  type LifetimeValueData,
  type LifetimeValueOptions,
  lifetimeValue,
  type ObservedSurvival,
} from './lifetimeValue.js'
export {
  type MeasureAverageRevenuePerAccountOptions,
  measureAverageRevenuePerAccount,
} from './measureAverageRevenuePerAccount.js'
export { type MeasureCustomerRevenueOptions, measureCustomerRevenue } from './measureCustomerRevenue.js'
export { type MeasureMrrOptions, measureMrr } from './measureMrr.js'
export type {
  AccountRevenueMeasurement,
  CurrencyRates,
  ExchangeRates,
  MoneyMeasurement,
  MrrMovements,
} from './model.js'
export type { CountLedgerMovementsOptions } from './movementsOfLedger.js'
export { type NetRevenueChurnOptions, netRevenueChurn } from './netRevenueChurn.js'
export { type NetRevenueRetentionOptions, netRevenueRetention } from './netRevenueRetention.js'
export { type QuickRatioOptions, quickRatio } from './quickRatio.js'
export type { ChurnInput } from './readChurn.js'
export type { RevenueOptions } from './readRevenue.js'
export type { RevenuePeriodOptions } from './readRevenuePeriod.js'
export { type RestrictedMeanLifetimeOptions, restrictedMeanLifetime } from './restrictedMeanLifetime.js'
export { type TallyRevenueOptions, tallyRevenue } from './tallyRevenue.js'
