import type { BusinessCalendar } from '../../calendar/model.js'
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

/** How the time of a ticket is read. */
export interface TicketOptions {
  /** Opening hours; null (default) = calendar time. */
  readonly calendar?: BusinessCalendar | null | undefined
  /** Whether the ticket's pauses are taken off; default `'ignore'`. */
  readonly pauses?: 'ignore' | 'subtract' | undefined
  /** Whether automated replies count as a first response; default `'exclude'`. */
  readonly bots?: 'exclude' | 'include' | undefined
  /**
   * Up to the last solution while solved (default), up to the first one, or to the last without the times in which the
   * requester does not wait: statuses other than new, open and hold, from their status history.
   */
  readonly resolution?: 'full' | 'first' | 'requesterWait' | undefined
}

/** A duration that ended, or is still open. */
export interface Duration {
  /** Whole milliseconds so far. */
  readonly milliseconds: number
  /** Whether it ended. */
  readonly completed: boolean
}

/** Durations that ended and those still open, in whole milliseconds. */
export interface DurationLists {
  /** Durations that ended. */
  readonly completed: readonly number[]
  /** Durations still open, so far. */
  readonly open: readonly number[]
}

/** The median of durations with the open ones censored, and what lies around it. */
export interface DurationSummary extends Measurement {
  /** Duration that three quarters do not exceed, in milliseconds; null when not reached. */
  p75: number | null
  /** Duration that nine tenths do not exceed, in milliseconds; null when not reached. */
  p90: number | null
  /** Mean of those that ended, in milliseconds; null without any. */
  meanCompleted: number | null
  /** Durations that ended. */
  completed: number
  /** Durations still open. */
  open: number
  /** By limit in milliseconds: those that ended in at most that time, to be read over the sample size. */
  within: Record<string, number>
  /** The share still open after each duration that ended. */
  curve: DurationPoint[]
}

/** The share of durations still open after a time. */
export interface DurationPoint {
  /** Milliseconds. */
  time: number
  /** Share still open, 0..1. */
  survival: number
  /** Lower limit; null where it is not defined. */
  lower: number | null
  /** Upper limit; null where it is not defined. */
  upper: number | null
}

/** Tickets of one period, solved at first contact or not. */
export interface FirstContactCounts {
  /** Solved at first contact. */
  resolvedFirst: number
  /** All of the base. */
  resolved: number
  /** Not decided yet. */
  pending: number
}
