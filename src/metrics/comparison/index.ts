export { type CompareToTargetOptions, compareToTarget } from './compareToTarget.js'
export type {
  ChangeTarget,
  ComparedValue,
  RateChange,
  RateSamples,
  TargetComparison,
  TargetOperator,
  TargetStatus,
  ValueLimits,
} from './model.js'
export { type RateChangeOptions, rateChange } from './rateChange.js'
