import type { Day, DecimalInput } from '../../measurement.js'
import type { KeyResult } from './keyResult.js'
import type { Reading } from './reading.js'

/** A report on a key result, never changed: it is corrected by another one that supersedes it. */
export interface CheckIn {
  /** Id. */
  readonly id: string
  /** Id of the key result. */
  readonly keyResultId: string
  /** Day that the reading speaks about. */
  readonly on: Day
  /** Day on which it was recorded; default `on`. */
  readonly recordedOn?: Day | undefined
  /** What was read. */
  readonly reading: Reading
  /** Probability of attaining that a person states, 0 to 1. */
  readonly confidence?: DecimalInput | undefined
  /** Status that a person reports. */
  readonly reported?: ReportedStatus | undefined
  /** What stands in the way. */
  readonly blockers?: readonly Blocker[] | undefined
  /** What was learned. */
  readonly learnings?: readonly string[] | undefined
  /** What was decided. */
  readonly decision?: Decision | undefined
  /** Who wrote it. */
  readonly author?: string | undefined
  /** Id of the check-in that this one corrects. */
  readonly supersedes?: string | undefined
}

/** A status that a person reports. */
export interface ReportedStatus {
  /** The status. */
  readonly status: 'on_track' | 'at_risk' | 'off_track'
  /** Why. */
  readonly reason: string
}

/** What stands in the way. */
export interface Blocker {
  /** Kind. */
  readonly type: 'dependency' | 'capacity' | 'decision' | 'data' | 'external' | 'other'
  /** Day on which it came up. */
  readonly openedOn: Day
  /** Day on which it was solved; absent while it is open. */
  readonly closedOn?: Day | undefined
  /** Who takes care of it. */
  readonly owner?: string | undefined
  /** What comes next. */
  readonly nextAction?: string | undefined
}

/** What was decided about a key result. */
export interface Decision {
  /** What becomes of it. */
  readonly action: 'keep' | 'modify' | 'drop'
  /** Why. */
  readonly reason?: string | undefined
  /** Who decided. */
  readonly by?: string | undefined
}

/** A definition and the day from which it holds. */
export interface KeyResultVersion {
  /** First day on which it holds. */
  readonly effectiveFrom: Day
  /** The definition. */
  readonly keyResult: KeyResult
  /** Why it was changed. */
  readonly reason?: string | undefined
  /** Whether something outside the team made the change; default false. */
  readonly external?: boolean | undefined
  /** Who changed it. */
  readonly author?: string | undefined
}
