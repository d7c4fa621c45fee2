import type { Day } from '../../measurement.js'
import type { Blocker, Decision } from './checkIn.js'
import type { Cadence } from './cycle.js'
import type { KeyResultStatus } from './status.js'

/** One item of a review. */
export interface AgendaItem {
  /** Place from 1, worst first. */
  rank: number
  /** Id of the key result. */
  id: string
  /** Its status. */
  status: KeyResultStatus
  /** Stated confidence minus the one before; null when one is unknown. */
  confidenceChange: number | null
}

/** The record of one review of an objective. */
export interface ReviewRecord {
  /** Id. */
  readonly id: string
  /** Id of the objective. */
  readonly objectiveId: string
  /** Day of the review. */
  readonly on: Day
  /** How often it is reviewed. */
  readonly cadence?: Cadence | undefined
  /** Key results in the order of the agenda. */
  readonly entries: readonly ReviewEntry[]
}

/** One key result in a review. */
export interface ReviewEntry {
  /** Place from 1, worst first. */
  readonly rank: number
  /** Id of the key result. */
  readonly keyResultId: string
  /** Its status. */
  readonly status: KeyResultStatus
  /** Its progress; null when it is not measured. */
  readonly progress: number | null
  /** Stated confidence; null when nobody stated one. */
  readonly confidence: number | null
  /** What stands in the way. */
  readonly blockers: readonly Blocker[]
  /** What was learned. */
  readonly learnings: readonly string[]
  /** What was decided; null when nothing was. */
  readonly decision: Decision | null
}
