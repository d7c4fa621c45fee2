import type { Measurement } from '../../measurement.js'
import type { SurveyInvite, SurveyResponse } from '../../records/model.js'

/** A net promoter score with the answers it comes from. */
export interface NpsMeasurement extends Measurement {
  /** Answers of promoters; with weights, accounts or records all the same. */
  promoters: number
  /** Answers of passives. */
  passives: number
  /** Answers of detractors. */
  detractors: number
  /** (Σw)² / Σw², which replaces the number of answers in the interval; only with weights. */
  effectiveSampleSize?: number
}

/** A survey scale with the lower bounds of promoters and passives. */
export interface NpsScale {
  /** Lowest score. */
  min: number
  /** Highest score. */
  max: number
  /** Lowest score of a promoter. */
  minimumPromoter: number
  /** Lowest score of a passive. */
  minimumPassive: number
}

/** Answers of one period by what they say; the counts of the question asked are there. */
export interface ResponseCounts {
  /** Answers of promoters. */
  promoters?: number
  /** Answers of passives. */
  passives?: number
  /** Answers of detractors. */
  detractors?: number
  /** Satisfied answers. */
  satisfied?: number
  /** Answers that found it easy. */
  easy?: number
  /** Answers with a score, of satisfaction and effort. */
  answered?: number
}

/** Invitations of one period. */
export interface InviteCounts {
  /** Invitations whose answer window is over. */
  delivered: number
  /** Those of them that were answered. */
  responded: number
  /** Invitations whose answer window is not over. */
  pending: number
}

/** The two kinds of records that the response rate is measured from. */
export interface InviteRecords {
  /** Invitations, reminders included. */
  readonly invites: Iterable<SurveyInvite>
  /** Answers, also to other surveys. */
  readonly responses: Iterable<SurveyResponse>
}
