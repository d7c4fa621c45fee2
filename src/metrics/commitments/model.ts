import type { Measurement } from '../../measurement.js'

/** Live statements of one topic to one customer that contradict each other. */
export interface PromiseConflict {
  /** Id of the customer. */
  customerId: string
  /** The topic, as the earliest statement writes it. */
  topic: string
  /** Ids of the live statements by time, then id. */
  ids: string[]
  /** (Largest - smallest) / size of the earliest; null for text, and when the earliest is 0. */
  gap: number | null
}

/** The share of comparable groups of statements that agree, with those that do not. */
export interface PromiseConsistencyMeasurement extends Measurement {
  /** The groups in conflict, by customer, then topic. */
  conflicts: PromiseConflict[]
  /** Groups of customer and topic with a live statement. */
  groups: number
  /** Statements that replaced another one and that the customer was told. */
  revisions: number
}
