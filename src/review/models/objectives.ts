import type { Day, Measurement, Unit } from '../../measurement.js'
import type { ObjectiveAssessment } from '../../okr/assessment/assessObjective.js'
import type { KeyResultAssessment } from '../../okr/assessment/keyResultAssessment.js'
import type { Blocker, Decision } from '../../okr/models/checkIn.js'
import type { Cycle } from '../../okr/models/cycle.js'
import type { KeyResult } from '../../okr/models/keyResult.js'
import type { Person } from '../../okr/models/person.js'
import type { Condition } from '../../okr/models/quantity.js'
import type { AgendaItem } from '../../okr/models/reviewRecord.js'
import type { KeyResultStatus } from '../../okr/models/status.js'

/** The cycle and where the day lies in it. */
export interface ReviewCycle extends Cycle {
  /** Day of the cycle from 1, on the last day at most; 0 before it begins. */
  day: number
  /** Days of the cycle. */
  days: number
  /** Elapsed share, 0 to 1. */
  elapsed: number
}

/** A key result on the day of one check-in. */
export interface KeyResultPoint {
  /** Day that the reading speaks about. */
  on: Day
  /** Value read. */
  value: number | null
  /** Progress then. */
  progress: number | null
  /** Status then. */
  status: KeyResultStatus
  /** Confidence stated. */
  confidence: number | null
  /** From a measurement, or as a person said. */
  source: 'measured' | 'estimated'
}

/** A point of a plan. */
export interface PlannedPoint {
  /** Day. */
  on: Day
  /** Expected progress. */
  expected: number
  /** Expected value; null without baseline and target. */
  value: number | null
}

/** A key result in the review before. */
export interface PreviousKeyResult {
  /** Progress. */
  progress: number | null
  /** Status. */
  status: KeyResultStatus
  /** Value read. */
  value: number | null
}

/** A key result as the review shows it. */
export interface KeyResultReview extends KeyResultAssessment {
  /** Title. */
  title: string
  /** Kind. */
  kind: KeyResult['kind']
  /** Result, or guardrail that must not break. */
  role: 'result' | 'guardrail'
  /** Weight in the objective. */
  weight: number
  /** Who is accountable. */
  owner?: Person
  /** Unit of the values. */
  unit?: Unit
  /** What is to be kept; of kind `maintain` only. */
  condition?: Condition
  /** The measurement it is bound to. */
  measurement?: Measurement
  /** One point a check-in. */
  points: KeyResultPoint[]
  /** The plan at its first and last day and at the check-ins. */
  plan: PlannedPoint[]
  /** In the review before. */
  previous?: PreviousKeyResult
}

/** An objective in the review before. */
export interface PreviousObjective {
  /** Progress. */
  progress: number | null
  /** Status. */
  status: KeyResultStatus
}

/** An objective as the review shows it. */
export interface ObjectiveReview extends Omit<ObjectiveAssessment, 'keyResults'> {
  /** Title. */
  title: string
  /** Who is accountable. */
  owner?: Person
  /** Objectives that it serves. */
  parentIds: string[]
  /** In the review before. */
  previous?: PreviousObjective
  /** Its key results, in their order. */
  keyResults: KeyResultReview[]
}

/** The key result of an item. */
export interface KeyResultName {
  /** Id of the key result. */
  keyResultId: string
}

/** The day of an item. */
export interface DatedItem {
  /** Day of the check-in. */
  on: Day
}

/** A blocker and the key result it stands before. */
export type ReviewBlocker = Blocker & KeyResultName

/** What was learned. */
export interface ReviewLearning extends KeyResultName {
  /** Day of the check-in. */
  on: Day
  /** What was written. */
  text: string
}

/** What was decided. */
export type ReviewAdjustment = Decision & KeyResultName & DatedItem

/** An item of the review's agenda. */
export interface ReviewAgendaItem extends AgendaItem {
  /** What to ask, as a code by status: `question.off_track`. */
  question: string
}
