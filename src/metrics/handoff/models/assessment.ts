import type { ClockReading } from '../../../calendar/model.js'
import type { HandoffComponents } from './policy.js'

/** Changes of a lead's owner. */
export interface Reassignments {
  /** Changes that count against the hand-off. */
  counted: number
  /** Changes for a neutral reason, and returns from a cover. */
  neutral: number
  /** Counted changes to somebody who held the lead before. */
  pingPong: number
  /** 0.5 to the power of the counted changes. */
  stability: number
  /** Id of the owner after the last change; null: nobody, or not known. */
  owner: string | null
}

/** Points that a component cost. */
export interface LostPoints {
  /** The component. */
  component: keyof HandoffComponents
  /** Points of 100. */
  points: number
}

/** A composite mark 0..100 with the points lost: a diagnostic, no target. */
export interface HandoffScore {
  /** The mark, capped; null exactly when `reason` is present. */
  value: number | null
  /** Why there is no mark. */
  reason?: 'insufficient_data'
  /** The mark before the cap. */
  raw: number | null
  /** Share of the weights whose component is known. */
  coverage: number
  /** All known, some, or too few. */
  status: 'ok' | 'partial' | 'insufficient'
  /** Whether the cap lowered the mark. */
  capped: boolean
  /** What each component cost, largest first. */
  lost: LostPoints[]
}

/** A field or class that is missing, invalid or wrong. */
export interface FieldDefect {
  /** No value, a value that cannot be right, or a class that differs from its reference. */
  kind: 'missing' | 'invalid' | 'wrong'
  /** Name of the field, or of the dimension. */
  field: string
}

/** A lead that repeats an earlier one. */
export interface DuplicateDefect {
  /** Always `'duplicate'`. */
  kind: 'duplicate'
}

/** What is wrong with a record as it was handed over. */
export type HandoffDefect = FieldDefect | DuplicateDefect

/** What the receiver did wrong. */
export interface ReceiverDefect {
  /** A rejection without a reason. */
  kind: 'missing_reject_reason'
}

/** One of the two clocks of a hand-off. */
export type HandoffClock = Pick<ClockReading, 'state' | 'elapsed' | 'dueAt' | 'mature'>

/** One hand-off, assessed. */
export interface HandoffAssessment {
  /** The six parts of the score. */
  components: HandoffComponents
  /** The mark. */
  score: HandoffScore
  /** Defects of the record: missing, invalid, wrong, duplicate. */
  defects: HandoffDefect[]
  /** Defects of the receiver's answer. */
  receiverDefects: ReceiverDefect[]
  /** Hand-over to decision. */
  acceptance: HandoffClock
  /** Assignment to first human touch. */
  response: HandoffClock
  /** Owner changes until the next hand-off. */
  reassignments: Reassignments
  /** Whether an e-mail or phone is usable; null when the policy asks for none. */
  contactable: boolean | null
  /** Whether both windows have run out. */
  mature: boolean
}
