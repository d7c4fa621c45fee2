export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export { type CycleContainingOptions, cycleContaining } from './cycle/cycleContaining.js'
export { cyclePeriod } from './cycle/cyclePeriod.js'
export type {
  BandCondition,
  BaselineKeyResult,
  BoundCondition,
  Bounds,
  ChangeKeyResult,
  ChecklistItem,
  ChecklistKeyResult,
  ChecklistReading,
  Component,
  CompositeKeyResult,
  CompositeReading,
  Condition,
  Cycle,
  DayPeriod,
  Domain,
  Gated,
  KeyResult,
  KeyResultBase,
  LagPlan,
  LinearPlan,
  MaintainKeyResult,
  MilestoneKeyResult,
  MilestoneReading,
  Objective,
  Operator,
  OrdinalKeyResult,
  PhasedPlan,
  Plan,
  PlanPoint,
  PointsTarget,
  Quantity,
  QuantityQuotient,
  Reading,
  RelativeTarget,
  ScoreReason,
  StepPlan,
  Target,
  ValueReading,
  Zone,
  ZoneReading,
  ZonesKeyResult,
} from './model.js'
export { type ElapsedShareOptions, elapsedShare } from './pace/elapsedShare.js'
export { type ExpectedProgress, type ExpectedProgressOptions, expectedProgress } from './pace/expectedProgress.js'
export { type PacePreset, type PaceRule, type PaceThresholds, pacePresets } from './pace/pacePresets.js'
export { type PaceReading, type PaceStatusOptions, paceStatus } from './pace/paceStatus.js'
export { type RequiredPace, requiredPaceRatio } from './pace/requiredPaceRatio.js'
export { isAttained } from './scoring/isAttained.js'
export type { ComponentScore, KeyResultScore } from './scoring/keyResultScore.js'
export { type RollUp, type RollUpItem, type RollUpProgressOptions, rollUpProgress } from './scoring/rollUpProgress.js'
export { type ChangeData, type ChangeScore, type ScoreChangeOptions, scoreChange } from './scoring/scoreChange.js'
export { type ScoreKeyResultOptions, scoreKeyResult } from './scoring/scoreKeyResult.js'
export {
  type ObjectiveKeyResultScore,
  type ObjectiveScore,
  type ScoreObjectiveOptions,
  scoreObjective,
} from './scoring/scoreObjective.js'
