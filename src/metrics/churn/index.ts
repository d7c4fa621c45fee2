export { type ChurnRateOptions, churnRate, type SomeChurnCounts } from './churnRate.js'
export { type CountChurnOptions, countChurn } from './countChurn.js'
export { type MeasureChurnRateOptions, measureChurnRate } from './measureChurnRate.js'
export {
  type InactivityChurnMeasurement,
  type LapsedCustomer,
  type MeasureInactivityChurnRateOptions,
  measureInactivityChurnRate,
} from './measureInactivityChurnRate.js'
export type { ChurnCounts, ChurnMethod, ChurnPreset, DailyChurn } from './model.js'
