import type { Measurement } from '../../measurement.js'

/** Counts of deadlines: what `countClocks` gives, and a cell of `tallySla`. */
export interface SlaCounts {
  /** Due and in time. */
  met: number
  /** Due and late, still open ones included. */
  breached: number
  /** Not due yet. */
  pending: number
  /** Not due yet and already done in time. */
  pendingMet: number
}

/** What a share in time can still become. */
export interface AttainmentBounds {
  /** If all that is open breaches. */
  worst: number
  /** If all that is open is met. */
  best: number
}

/** A share in time, with what it can still become. */
export interface AttainmentMeasurement extends Measurement {
  /** The share if all that is open breaches, or is met; absent without any. */
  bounds?: AttainmentBounds
}
