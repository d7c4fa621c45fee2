export { type CauseCounts, type ChurnByCause, type ChurnByCauseOptions, churnByCause } from './churnByCause.js'
export { type ChurnRateOptions, churnRate, type SomeChurnCounts } from './churnRate.js'
export { type ConvertRateOptions, convertRate, type RateDays, type RateUnit } from './convertRate.js'
export { type CountChurnOptions, countChurn } from './countChurn.js'
export { type MeasureChurnByCauseOptions, measureChurnByCause } from './measureChurnByCause.js'
export { type MeasureChurnRateOptions, measureChurnRate } from './measureChurnRate.js'
export {
  type InactivityChurnMeasurement,
  type LapsedCustomer,
  type MeasureInactivityChurnRateOptions,
  measureInactivityChurnRate,
} from './measureInactivityChurnRate.js'
export type { ChurnCounts, ChurnMethod, ChurnPreset, DailyChurn } from './model.js'
export {
  type InactivityWindow,
  type SuggestInactivityWindowOptions,
  suggestInactivityWindow,
} from './suggestInactivityWindow.js'
