import type { Day, DecimalInput } from '../../measurement.js'
import type { Outcome } from './status.js'

/** How a key result or an objective was closed. */
export interface Closing {
  /** Day. */
  readonly on: Day
  /** How it ended. */
  readonly outcome: Outcome
  /** What becomes of it. */
  readonly decision: 'keep' | 'modify' | 'drop'
  /** Why, at the root. */
  readonly rootCause?: string | undefined
  /** Why a promise was missed. */
  readonly missReason?: string | undefined
  /** What became of the assumption of a learning key result. */
  readonly learning?: 'validated' | 'invalidated' | 'partly' | 'insufficient' | undefined
  /** A score set by a person; the computed one is kept beside it. */
  readonly override?: ScoreOverride | undefined
}

/** A score set by a person. */
export interface ScoreOverride {
  /** The score, 0 to 1. */
  readonly score: DecimalInput
  /** Why. */
  readonly reason: string
  /** Who set it. */
  readonly by: string
  /** When. */
  readonly at: Day
}
