import type { Reason } from '../measurement.js'
import type { KeyResultStatus, ScoreReason } from '../okr/models/status.js'
import type { RiskLevel } from '../predict/models/risk.js'
import type { GapCode } from '../review/models/figures.js'
import type { SignalStatus } from '../signals/model.js'

/** What limits a verdict. */
export type Caution =
  | 'short_baseline'
  | 'baseline_trend'
  | 'baseline_outlier'
  | 'autocorrelated'
  | 'season_not_separable'
  | 'overdispersed'
  | 'not_corroborated'
  | 'alarm_cleared'
  | 'interval_widened'
  | 'dependent_segments'
  | 'small_overlap'
  | 'weak_test'
  | 'shape_not_pooled'
  | 'no_prior'
  | 'false_discovery'

/** What is wrong with a lead as it was handed over. */
export type Defect = 'missing' | 'invalid' | 'wrong' | 'duplicate' | 'missing_reject_reason'
/** Whether a target is met, and how surely. */
export type Verdict = 'attained_clear' | 'attained_uncertain' | 'missed_clear' | 'missed_uncertain'
/** What stands in the way. */
export type BlockerType = 'dependency' | 'capacity' | 'decision' | 'data' | 'external' | 'other'
/** What was decided about a key result. */
export type DecisionAction = 'keep' | 'modify' | 'drop'
/** What became of something since the last review. */
export type Change = 'raised' | 'kept' | 'cleared' | 'status' | 'progress'

/** Why a score, a forecast or a piece of evidence is missing, beside the reasons of a measurement. */
export type AssessmentReason = Exclude<ScoreReason, Reason>

/** What there was too little of for a verdict. */
export type Minimum =
  | 'baseline-answers'
  | 'baseline-assessed'
  | 'baseline-closed'
  | 'baseline-cohorts'
  | 'baseline-kept'
  | 'baseline-lost'
  | 'baseline-periods'
  | 'baseline-volume'
  | 'baseline-won'
  | 'clocks'
  | 'comparable'
  | 'coverage'
  | 'current-answers'
  | 'events'
  | 'failures'
  | 'handed'
  | 'judged-period'
  | 'mentions'
  | 'monitored-periods'
  | 'open'
  | 'customers'
  | 'pairs'
  | 'periods'
  | 'recent-assessed'
  | 'recent-closed'
  | 'recent-kept'
  | 'recent-lost'
  | 'segments'
  | 'successes'
  | 'tested-customers'
  | 'variation'

/** What a finding rests on. */
export type EvidencePart = 'since' | 'sampleSize' | 'chance' | 'unseen' | 'detectable' | 'noDetectable'

/** Codes of states, reasons, verdicts and decisions. */
export type StateCode =
  | `status.${KeyResultStatus | SignalStatus}`
  | 'severity.info'
  | 'severity.warning'
  | 'severity.critical'
  | `reason.${Reason | AssessmentReason}`
  | `gap.${GapCode}`
  | `caution.${Caution}`
  | `verdict.${Verdict}`
  | `blocker.${BlockerType}`
  | `decision.${DecisionAction}`
  | `change.${Change}`
  | `risk.${RiskLevel}`
  | `question.${KeyResultStatus}`
  | `minimum.${Minimum}`
  | `evidence.${EvidencePart}`
