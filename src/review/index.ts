export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export { compareReviews } from './compareReviews.js'
export { type MeasureAllOptions, measureAll, type ReviewFigures } from './measureAll.js'
export type {
  FindingChanges,
  FindingKey,
  KeyResultChange,
  MeasurementChange,
  ReviewChanges,
} from './models/changes.js'
export type {
  ControlPoint,
  ControlSeries,
  GapCode,
  MeasuredMetric,
  MetricDefinition,
  NamedSurvival,
  NpsBreakdown,
  ReviewGap,
  SegmentRow,
} from './models/figures.js'
export type { GivenMeasurement, ReviewInput } from './models/input.js'
export type { HandoffMetricOptions, MetricOptions, MetricOptionsByCode } from './models/metricOptions.js'
export type { SegmentName } from './models/names.js'
export type {
  DatedItem,
  KeyResultName,
  KeyResultPoint,
  KeyResultReview,
  ObjectiveReview,
  PlannedPoint,
  PreviousKeyResult,
  PreviousObjective,
  ReviewAdjustment,
  ReviewAgendaItem,
  ReviewBlocker,
  ReviewCycle,
  ReviewLearning,
} from './models/objectives.js'
export type {
  ControlPhase,
  MetricChoices,
  MetricPair,
  PairedMetric,
  ReviewPeriod,
  ReviewPolicy,
  ReviewSegment,
} from './models/policy.js'
export type { KnownDuplicate, NamedTallies, ReviewRecords, ReviewTally, SomeRecords } from './models/records.js'
export type { RetentionReview } from './models/review.js'
export { type PlanReviewOptions, planReview, type ReviewPlan } from './planReview.js'
export { type ReviewRetentionOptions, reviewRetention } from './reviewRetention.js'
export { type TallyRecordsOptions, tallyRecords } from './tallyRecords.js'
