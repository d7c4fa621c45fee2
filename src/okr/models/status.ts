import type { Reason } from '../../measurement.js'

/** Why a score is null. */
export type ScoreReason =
  | Reason
  | 'not_measured'
  | 'no_baseline'
  | 'degenerate_range'
  | 'direction_mismatch'
  | 'no_parts'
  | 'no_weight'
  | 'no_key_results'
  | 'not_defined'
  | 'already_attained'
  | 'insufficient_history'
  | 'period_ended'
  | 'no_interval'
  | 'not_started'
  | 'ended'
  | 'no_progress'

/** A zone of an ordinal or zoned key result, from worst to best. */
export type Zone = 'fail' | 'commit' | 'target' | 'stretch'

/** What is promised: a result, a stretch, something to learn, or a duty. */
export type CommitmentKind = 'committed' | 'aspirational' | 'learning' | 'compliance'

/** How a key result or an objective ended. */
export type Outcome = 'achieved' | 'partial' | 'missed' | 'dropped'

/** Every status that a key result or an objective can have. */
export type KeyResultStatus =
  | 'not_started'
  | 'no_data'
  | 'stale'
  | 'on_track'
  | 'at_risk'
  | 'off_track'
  | 'attained'
  | 'achieved'
  | 'partial'
  | 'missed'
  | 'dropped'
  | 'awaiting_outcome'

/** What the rules alone can say. */
export type ComputedStatus = 'on_track' | 'at_risk' | 'off_track' | 'no_data'
