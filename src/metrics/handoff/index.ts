export { type AssessHandoffOptions, assessHandoff, type HandoffEvidence } from './assessHandoff.js'
export {
  type ClassificationAccuracyMeasurement,
  type ClassificationAccuracyOptions,
  classificationAccuracy,
} from './classificationAccuracy.js'
export { type CleanHandoffCounts, type CleanHandoffRateOptions, cleanHandoffRate } from './cleanHandoffRate.js'
export { type CountReassignmentsOptions, countReassignments, type OwnerHistory } from './countReassignments.js'
export { type FindDuplicateLeadsOptions, findDuplicateLeads } from './findDuplicateLeads.js'
export { type FindResponsibilityGapsOptions, findResponsibilityGaps } from './findResponsibilityGaps.js'
export { type AcceptanceCounts, type LeadAcceptanceRateOptions, leadAcceptanceRate } from './leadAcceptanceRate.js'
export {
  type LeadCompletenessMeasurement,
  type LeadCompletenessOptions,
  leadCompleteness,
} from './leadCompleteness.js'
export { type LeadHandoffQualityOptions, leadHandoffQuality } from './leadHandoffQuality.js'
export { type MeasureLeadHandoffQualityOptions, measureLeadHandoffQuality } from './measureLeadHandoffQuality.js'
export type {
  AcceptanceMeasurement,
  DuplicateDefect,
  DuplicateLead,
  FieldDefect,
  HandoffAssessment,
  HandoffClock,
  HandoffComponents,
  HandoffCounts,
  HandoffDefect,
  HandoffFigures,
  HandoffPolicy,
  HandoffRecords,
  HandoffScore,
  LeadHandoffQuality,
  LostPoints,
  Reassignments,
  ReceiverDefect,
  RequiredField,
  RequiredFieldCondition,
  SourceHandoffFigures,
  TeamHandoffFigures,
} from './model.js'
export { type ResponsibilityClarityOptions, responsibilityClarity } from './responsibilityClarity.js'
export { type ScoredHandoff, type ScoreHandoffOptions, scoreHandoff } from './scoreHandoff.js'
export { type TallyHandoffsOptions, tallyHandoffs } from './tallyHandoffs.js'
