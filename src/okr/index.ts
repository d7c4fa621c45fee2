export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export { type AlignmentLink, findAlignmentCycles } from './alignment/findAlignmentCycles.js'
export {
  type AlignedObjective,
  type AlignedRollUp,
  type RollUpAlignmentOptions,
  rollUpAlignment,
} from './alignment/rollUpAlignment.js'
export { assessKeyResult } from './assessment/assessKeyResult.js'
export {
  type AssessObjectiveData,
  type AssessObjectiveOptions,
  assessObjective,
  type KeyResultVersions,
  type ObjectiveAssessment,
} from './assessment/assessObjective.js'
export type {
  AssessKeyResultData,
  AssessKeyResultOptions,
  AssessmentHistory,
  KeyResultAssessment,
} from './assessment/keyResultAssessment.js'
export {
  type CheckInPunctuality,
  type CheckInPunctualityOptions,
  checkInPunctuality,
  type DueDay,
} from './check-ins/checkInPunctuality.js'
export {
  type CheckInPunctualityRate,
  type CheckInPunctualityRateData,
  type CheckInPunctualityRateOptions,
  checkInPunctualityRate,
  type PunctualityCounts,
} from './check-ins/checkInPunctualityRate.js'
export {
  type CheckInStaleness,
  type CheckInStalenessData,
  type CheckInStalenessOptions,
  checkInStaleness,
} from './check-ins/checkInStaleness.js'
export { type ConfidenceBand, type ConfidenceBandOptions, confidenceBand } from './check-ins/confidenceBand.js'
export {
  type DraftReviewOptions,
  draftReview,
  type ReviewedAssessment,
  type ReviewedKeyResult,
  type ReviewedScore,
} from './check-ins/draftReview.js'
export { type AgendaCandidate, orderReviewAgenda } from './check-ins/orderReviewAgenda.js'
export { type ReadingAsOf, type ReadingAsOfOptions, readingAsOf } from './check-ins/readingAsOf.js'
export {
  type MeasurementReading,
  type MeasurementSource,
  readingFromMeasurement,
} from './check-ins/readingFromMeasurement.js'
export { type ReviewDate, reviewDates } from './check-ins/reviewDates.js'
export { type CycleContainingOptions, cycleContaining } from './cycle/cycleContaining.js'
export { cyclePeriod } from './cycle/cyclePeriod.js'
export {
  type AttainmentEvidence,
  type AttainmentEvidenceOptions,
  attainmentEvidence,
} from './evidence/attainmentEvidence.js'
export {
  type ChangeEvidence,
  type ChangeEvidenceData,
  type ChangeEvidenceOptions,
  changeEvidence,
} from './evidence/changeEvidence.js'
export {
  type ForecastData,
  type ForecastKeyResultOptions,
  type ForecastReading,
  forecastKeyResult,
} from './forecast/forecastKeyResult.js'
export {
  type NoChangeData,
  type NoChangeProbability,
  type NoChangeProbabilityOptions,
  noChangeProbability,
} from './forecast/noChangeProbability.js'
export type { Forecast, Prediction } from './forecast/predict.js'
export {
  type AmbitionEvidence,
  type AmbitionEvidenceOptions,
  type AmbitionGrade,
  ambitionEvidence,
} from './grading/ambitionEvidence.js'
export {
  type CalibrationBand,
  type ConfidenceCalibration,
  type ConfidenceCalibrationOptions,
  type ConfidenceOutcome,
  confidenceCalibration,
} from './grading/confidenceCalibration.js'
export { type GradeBandOptions, type GradeColour, gradeBand } from './grading/gradeBand.js'
export {
  type Grade,
  type GradeData,
  type GradedScore,
  type GradeKeyResultOptions,
  type GradeVerdict,
  gradeKeyResult,
} from './grading/gradeKeyResult.js'
export { type GradeCuts, type GradeScheme, type GradeSchemeName, gradeSchemes } from './grading/gradeSchemes.js'
export {
  type AspirationalSummary,
  type AspirationalVerdicts,
  type GradeSummary,
  type LearningSummary,
  type PromiseSummary,
  type SummarisedGrade,
  summariseGrades,
} from './grading/summariseGrades.js'
export {
  type CarriedKeyResult,
  type CarryOverKeyResultOptions,
  carryOverKeyResult,
} from './history/carryOverKeyResult.js'
export { type DefinitionAsOf, type DefinitionAsOfOptions, definitionAsOf } from './history/definitionAsOf.js'
export { type PreservedProgress, type PreservedProgressData, preservedProgress } from './history/preservedProgress.js'
export { type ScoreAsOf, type ScoreAsOfOptions, scoreAsOf } from './history/scoreAsOf.js'
export type {
  Funnel,
  FunnelHandoff,
  KeyResultEstimate,
  KeyResultHistory,
  LintCounts,
  LintData,
  LintLimits,
  LintResult,
  LintWords,
} from './lint/lintModel.js'
export { type LintObjectivesOptions, lintObjectives } from './lint/lintObjectives.js'
export { lintRules } from './lint/lintRules.js'
export type { Blocker, CheckIn, Decision, KeyResultVersion, ReportedStatus } from './models/checkIn.js'
export type { Closing, ScoreOverride } from './models/closing.js'
export type {
  Cadence,
  CadenceDays,
  Cycle,
  DayPeriod,
  LagPlan,
  LinearPlan,
  PhasedPlan,
  Plan,
  PlanPoint,
  StepPlan,
} from './models/cycle.js'
export type { ComponentDraft, KeyResultDraft, ObjectiveDraft } from './models/draft.js'
export type {
  BaselineKeyResult,
  ChangeKeyResult,
  ChecklistItem,
  ChecklistKeyResult,
  Component,
  CompositeKeyResult,
  Gated,
  KeyResult,
  KeyResultBase,
  MaintainKeyResult,
  MetricReference,
  MilestoneKeyResult,
  OrdinalKeyResult,
  ZonesKeyResult,
} from './models/keyResult.js'
export type { Measured, MeasuredCounts, MeasuredValue } from './models/measured.js'
export type { Objective } from './models/objective.js'
export type { Contributor, Person } from './models/person.js'
export type {
  BandCondition,
  BoundCondition,
  Bounds,
  Condition,
  Domain,
  Operator,
  PointsTarget,
  Quantity,
  QuantityQuotient,
  RelativeTarget,
  Target,
} from './models/quantity.js'
export type {
  ChecklistReading,
  CompositeReading,
  MilestoneReading,
  Reading,
  ValueReading,
  ZoneReading,
} from './models/reading.js'
export type { AgendaItem, ReviewEntry, ReviewRecord } from './models/reviewRecord.js'
export type { CommitmentKind, ComputedStatus, KeyResultStatus, Outcome, ScoreReason, Zone } from './models/status.js'
export { type ElapsedShareOptions, elapsedShare } from './pace/elapsedShare.js'
export { type ExpectedProgress, type ExpectedProgressOptions, expectedProgress } from './pace/expectedProgress.js'
export {
  type ExpectedPace,
  type KeyResultStatusData,
  type KeyResultStatusDetail,
  type KeyResultStatusOptions,
  type KeyResultStatusResult,
  keyResultStatus,
  type MaintainState,
  type StatusScore,
} from './pace/keyResultStatus.js'
export {
  type ObjectiveStatus,
  type ObjectiveStatusData,
  type ObjectiveStatusOptions,
  objectiveStatus,
  type StatusItem,
} from './pace/objectiveStatus.js'
export { type PacePreset, type PaceRule, type PaceThresholds, pacePresets } from './pace/pacePresets.js'
export { type PaceReading, type PaceStatusOptions, paceStatus } from './pace/paceStatus.js'
export { type RequiredPace, requiredPaceRatio } from './pace/requiredPaceRatio.js'
export {
  type AggregateQuantitiesOptions,
  type AggregateQuantity,
  aggregateQuantities,
} from './scoring/aggregateQuantities.js'
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
export { unitDomains } from './scoring/unitDomains.js'
export { weightsFromTargets } from './scoring/weightsFromTargets.js'
export { statusOrder } from './statusOrder.js'
export {
  type RetentionBaselines,
  type RetentionObjectiveOptions,
  type RetentionTemplateData,
  retentionObjective,
} from './templates/retentionObjective.js'
export {
  type SalesCommunicationBaselines,
  type SalesCommunicationObjectiveOptions,
  type SalesCommunicationTargets,
  type SalesCommunicationTemplateData,
  salesCommunicationObjective,
} from './templates/salesCommunicationObjective.js'
export {
  type SupportBaselines,
  type SupportObjectiveOptions,
  type SupportTemplateData,
  supportObjective,
} from './templates/supportObjective.js'
export type { TemplateData, TemplateOptions, TemplateTitles } from './templates/templateObjective.js'
