import type { Measurement } from '../../measurement.js'
import type { Participation, ProgrammeMembership } from '../../records/model.js'

/** Active days of the users of a window. */
export interface ActiveDayTotals {
  /** Active days, summed over the users. */
  readonly activeDays: number
  /** Users with at least one active day in the window. */
  readonly users: number
  /** Days of the window. */
  readonly days: number
  /** Squares of the users' active days, summed; needed by the interval. */
  readonly activeDaysSquared?: number | undefined
  /** Users active on the last day; needed by the method `singleDay`. */
  readonly lastDayUsers?: number | undefined
}

/** Stickiness, with the same figure in days. */
export interface StickinessMeasurement extends Measurement {
  /** Active days a user of the window; null without users. */
  activeDaysPerUser: number | null
}

/** Users by number of active days. */
export interface ActiveDayCounts {
  /** Days of the window. */
  days: number
  /** Users with at least one active day. */
  users: number
  /** One entry for each number of days from 1. */
  counts: ActiveDayCount[]
}

/** Users with one number of active days. */
export interface ActiveDayCount {
  /** Number of active days. */
  activeDays: number
  /** Users with exactly, or at least, so many. */
  users: number
}

/** Participants and eligible members of a period. */
export interface ParticipationCounts {
  /** Eligible customers who took part. */
  participants: number
  /** Customers who were members at any time in the period. */
  eligible: number
}

/** The two kinds of records that participation is measured from. */
export interface ParticipationRecords {
  /** Memberships of programmes. */
  readonly memberships: Iterable<ProgrammeMembership>
  /** Participations of members. */
  readonly participations: Iterable<Participation>
}
