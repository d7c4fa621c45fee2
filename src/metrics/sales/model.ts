import type { Interval, Measurement, Reason } from '../../measurement.js'
import type { Money } from '../../records/model.js'

/** Deals of a period. */
export interface OpportunityCounts {
  /** Created inside it. */
  created: number
  /** Won inside it. */
  won: number
  /** Lost inside it. */
  lost: number
  /** Open at its end, or at `asOf` while it runs. */
  open: number
}

/** Handed prospects of a period, each at a fixed age. */
export interface ProspectCounts {
  /** Tried often enough and long enough without an answer. */
  silent: number
  /** Open at that age and tried by a person. */
  assessed: number
  /** Not that old yet. */
  pending: number
}

/** One step of an incidence curve. */
export interface IncidencePoint {
  /** Age of a deal in days. */
  days: number
  /** Probability of the outcome by that age, 0..1. */
  incidence: number
  /** Deals still open just before that age. */
  atRisk: number
}

/** Deals whose dates contradict each other and were counted all the same. */
export interface AdjustedDeals {
  /** Closed before they were created: counted as closed at age 0. */
  negative_duration: number
}

/** The probability of an outcome by the age of a deal. */
export interface CloseIncidence {
  /** A point at every age at which a deal closed, ascending. */
  curve: IncidencePoint[]
  /** Smallest age by which half of the deals have the outcome; null when it is not reached. */
  medianDays: number | null
  /** Deals followed, closed or open. */
  sampleSize: number
  /** Deals with contradicting dates; absent when there are none. */
  adjusted?: AdjustedDeals
  /** Records left out, by reason; absent when there are none. */
  excluded?: Record<string, number>
}

/** Days to close, with the deals that have been open for too long. */
export interface SalesCycleMeasurement extends Measurement {
  /** 90th percentile of the days. */
  p90: number | null
  /** Longest. */
  maximum: number | null
  /** Mean of the days. */
  mean: number | null
  /** Deals open now. */
  openCount: number
  /** Ids of the open deals older than the 90th percentile, sorted. */
  stale: string[]
}

/** When a prospect counts as silent. */
export interface SilenceOptions {
  /** Attempts of a person since the last answer; default 3. */
  readonly minimumOutbound?: number | undefined
  /** Days of 24 hours since the first of them; default 14. */
  readonly minimumDays?: number | undefined
  /** Days of 24 hours since the last of them; default 3. */
  readonly graceDays?: number | undefined
}

/** What a prospect and its seller are doing. */
export interface ProspectAssessment {
  /** Closed, no usable address, never tried, silent, tried too little, or in time. */
  state: 'closed' | 'unreachable' | 'untouched' | 'silent' | 'underworked' | 'active'
  /** Attempts of a person that arrived, since the last answer. */
  outbound: number
  /** The last answer of a person; null without one. */
  lastAnswerAt: string | null
  /** Days of 24 hours since the first of these attempts; null without one. */
  daysSinceFirst: number | null
  /** Days of 24 hours since the last of them; null without one. */
  daysSinceLast: number | null
}

/** Prospects handed over in one month. */
export interface SilentCohort {
  /** The month, `'YYYY-MM'`. */
  cohort: string
  /** Silent at the fixed age. */
  silent: number
  /** Open at that age and tried by a person. */
  assessed: number
  /** Silent / assessed; null without assessed ones. */
  value: number | null
  /** Interval of the value. */
  interval?: Interval
}

/** The share of silent prospects, by month of hand-over. */
export interface SilentProspectMeasurement extends Measurement {
  /** Months with a prospect of that age, ascending. */
  cohorts: SilentCohort[]
}

/** One theme of objections. */
export interface ObjectionTheme {
  /** The theme. */
  theme: string
  /** How often it was raised. */
  mentions: number
  /** By how many prospects. */
  prospects: number
  /** Share of all mentions, 0..1. */
  share: number
  /** Whether all limits of a pattern are reached. */
  repeated: boolean
}

/** Themes of objections with their shares and concentration. */
export interface ObjectionProfile {
  /** Objections. */
  mentions: number
  /** Prospects with an objection, or those talked to when given. */
  prospects: number
  /** By mentions, most frequent first, then by name. */
  themes: ObjectionTheme[]
  /** Sum of the squared shares, 0..1; null without mentions. */
  concentration: number | null
  /** 1 / concentration; null without mentions. */
  effectiveThemes: number | null
}

/** Limits from which an objection is a pattern. */
export interface RepeatedLimits {
  /** Share of the mentions, 0..1; default 0.30. */
  readonly share?: number | undefined
  /** Distinct prospects; default 3. */
  readonly prospects?: number | undefined
  /** Mentions; default 5. */
  readonly mentions?: number | undefined
}

/** What a difference costs if it is wholly caused by what differs: an upper bound. */
export interface CostEstimate {
  /** Estimate; null exactly when `reason` is present. */
  lost: Money | null
  /** From the lower limit of the difference, at least 0. */
  lower: Money | null
  /** From the upper limit of the difference, at least 0. */
  upper: Money | null
  /** Why there is no estimate. */
  reason?: Reason
  /** Always false: two groups that differ are no proof of a cause. */
  causal: false
  /** The data as given. */
  inputs: { readonly [name: string]: number | string }
  /** How it was computed. */
  formula: string
}
