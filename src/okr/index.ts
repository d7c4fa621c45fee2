export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export { type CycleContainingOptions, cycleContaining } from './cycle/cycleContaining.js'
export { cyclePeriod } from './cycle/cyclePeriod.js'
export type {
  BandCondition,
  BoundCondition,
  Bounds,
  Condition,
  Cycle,
  DayPeriod,
  Domain,
  LagPlan,
  LinearPlan,
  Operator,
  PhasedPlan,
  Plan,
  PlanPoint,
  PointsTarget,
  Quantity,
  QuantityQuotient,
  RelativeTarget,
  ScoreReason,
  StepPlan,
  Target,
} from './model.js'
export { type ElapsedShareOptions, elapsedShare } from './pace/elapsedShare.js'
export { type ExpectedProgress, type ExpectedProgressOptions, expectedProgress } from './pace/expectedProgress.js'
export { type PacePreset, type PaceRule, type PaceThresholds, pacePresets } from './pace/pacePresets.js'
export { type PaceReading, type PaceStatusOptions, paceStatus } from './pace/paceStatus.js'
export { type RequiredPace, requiredPaceRatio } from './pace/requiredPaceRatio.js'
export { isAttained } from './scoring/isAttained.js'
export { type RollUp, type RollUpItem, type RollUpProgressOptions, rollUpProgress } from './scoring/rollUpProgress.js'
export { type ChangeData, type ChangeScore, type ScoreChangeOptions, scoreChange } from './scoring/scoreChange.js'
