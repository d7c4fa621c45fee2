import type { Day, Measurement } from '../../measurement.js'
import type { Tally, TallyCell } from '../../tally/model.js'

/** Actors of one cohort at one offset. */
export interface RetentionCounts {
  /** Actors of the cohort. */
  size: number
  /** Those whose whole window is over. */
  eligible: number
  /** Eligible ones who came back. */
  retained: number
  /** Those whose window is not over. */
  pending: number
}

/** Counts of cells that may be averaged. */
export interface RetainedCounts {
  /** Actors whose whole window is over. */
  readonly eligible: number
  /** Those of them who came back. */
  readonly retained: number
  /** Actors whose window is not over; default 0. */
  readonly pending?: number | undefined
}

/** Counts of one cohort, segment and offset. */
export interface RetentionCountCell extends TallyCell<RetentionCounts> {
  /** First local day of the cohort's bucket. */
  cohort: Day
  /** Buckets since the cohort's, or the index of the bracket. */
  offset: number
  /** The counts. */
  counts: RetentionCounts
}

/** Retention counts by cohort, segment and offset. */
export interface RetentionTally extends Tally<RetentionCounts> {
  /** Every bucket that meets the period, at every offset. */
  cells: readonly RetentionCountCell[]
}

/** Retention of one cohort at one offset, or of all cohorts. */
export interface RetentionCell extends Measurement {
  /** First local day of the cohort's bucket; absent over all cohorts. */
  cohort?: Day
  /** Buckets since the cohort's, or the index of the bracket. */
  offset: number
  /** Actors of the cohort, whether their window is over or not. */
  size: number
}

/** The retention triangle. */
export interface CohortRetention {
  /** One cell a cohort and offset, in that order. */
  cells: RetentionCell[]
  /** One an offset over all cohorts. */
  overall: RetentionCell[]
  /** Records left out, by reason. */
  excluded?: Record<string, number>
}
