import type { DecimalInput, Instant, Measurement } from '../../measurement.js'
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

/** One part of a composite score. */
export interface ScoreComponent {
  /** Name of the part. */
  readonly key: string
  /** Its score on the scale; null when there is none. */
  readonly score: number | null
  /** Its weight, from 0. */
  readonly weight: DecimalInput
}

/** Parts of a composite score that weigh together as one. */
export interface ScoreGroup {
  /** Name of the group. */
  readonly key: string
  /** Weight of the group, from 0. */
  readonly weight: DecimalInput
  /** Its parts; their weights count inside the group. */
  readonly components: readonly ScoreComponent[]
}

/** A score set by hand for a time. */
export interface CompositeOverride {
  /** The score on 0..100, whatever the scale of the parts. */
  readonly score: number
  /** First instant at which it no longer holds; a day is its local midnight. */
  readonly until: Instant
  /** Why it was set. */
  readonly reason: string
}

/** What one part adds to a composite score. */
export interface ScoreContribution {
  /** Name of the part or group. */
  key: string
  /** Points of the value that come from it. */
  points: number
}

/** A composite score with what it is made of. */
export interface CompositeScore extends Measurement {
  /** Share of the weight with a score of its own, 0..1. */
  coverage: number
  /** What each part or group adds; they sum to the value. */
  contributions: ScoreContribution[]
  /** Band of the value; null without a value; absent without bands. */
  band?: string | null
  /** Present when the score was set by hand. */
  overridden?: true
}
