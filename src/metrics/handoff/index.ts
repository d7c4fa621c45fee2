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
  DuplicateDefect,
  FieldDefect,
  HandoffAssessment,
  HandoffClock,
  HandoffDefect,
  HandoffScore,
  LostPoints,
  Reassignments,
  ReceiverDefect,
} from './models/assessment.js'
export type {
  AcceptanceMeasurement,
  DuplicateLead,
  HandoffCounts,
  HandoffFigures,
  HandoffRecords,
  LeadHandoffQuality,
  SourceHandoffFigures,
  TeamHandoffFigures,
} from './models/figures.js'
export type { HandoffComponents, HandoffPolicy, RequiredField, RequiredFieldCondition } from './models/policy.js'
export { type ResponsibilityClarityOptions, responsibilityClarity } from './responsibilityClarity.js'
export { type ScoredHandoff, type ScoreHandoffOptions, scoreHandoff } from './scoreHandoff.js'
export { type TallyHandoffsOptions, tallyHandoffs } from './tallyHandoffs.js'
