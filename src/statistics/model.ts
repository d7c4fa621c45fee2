import type { Reason } from '../measurement.js'

/** Successes among trials. */
export interface Proportion {
  /** Whole number from 0 to `trials`. */
  successes: number
  /** Whole number from 0. */
  trials: number
}

/** Events in an exposure. */
export interface Rate {
  /** Whole number of events from 0. */
  count: number
  /** What the events are counted over: customers, days, orders; above 0. */
  exposure: number
}

/** Answers of an NPS question by group. */
export interface NpsAnswers {
  /** Answers of 9 and 10. */
  promoters: number
  /** Answers of 7 and 8. */
  passives: number
  /** Answers of 0 to 6. */
  detractors: number
}

/** Two samples to compare, the first against the second. */
export interface Pair<T> {
  /** The sample of interest. */
  first: T
  /** What it is compared with. */
  second: T
}

/** The confidence level, two-sided. */
export interface LevelOptions {
  /** Two-sided confidence in (0, 1); default 0.95. */
  readonly level?: number | undefined
}

/** An estimate with its limits beside it. */
export interface IntervalEstimate {
  /** The estimate; null when there is nothing to estimate from. */
  estimate: number | null
  /** Lower limit. */
  lower: number | null
  /** Upper limit. */
  upper: number | null
  /** Two-sided confidence. */
  level: number
  /** How it was computed. */
  method: string
  /** Why the estimate is null. */
  reason?: Reason
}

/** A difference with its limits. */
export interface DifferenceEstimate {
  /** First minus second; null when one of them is undefined. */
  difference: number | null
  /** Lower limit. */
  lower: number | null
  /** Upper limit. */
  upper: number | null
  /** Two-sided confidence. */
  level: number
  /** How it was computed. */
  method: string
  /** Why the difference is null. */
  reason?: Reason
}

/** One value a period, equally spaced; null where the period is missing. */
export type Values = readonly (number | null)[]

/** One proportion a period; null or without trials where the period cannot be used. */
export type Proportions = readonly (Proportion | null)[]

/** One rate a period; null or without exposure where the period cannot be used. */
export type Rates = readonly (Rate | null)[]

/** A duration that ended in an event, or was still running when last seen. */
export interface Observation {
  /** Duration from 0, in any unit. */
  time: number
  /** Whether it ended in the event; false when it was only seen until then (censored). */
  event: boolean
  /** Duration at which it came under observation (late entry); default: from the start. */
  entry?: number | undefined
}
