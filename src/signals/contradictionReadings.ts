import type { NpsAnswers } from '../statistics/model.js'
import type { MetricSeries } from './model.js'

/** A metric that is read against a threshold. */
export interface LevelReading {
  /** Code of the metric. */
  metric: string
  /** Which direction is good. */
  better: 'up' | 'down'
  /** Where good ends, a decision of the business: points of an NPS, share in (0, 1), or rate above 0. */
  threshold: number
}

/** An NPS against a threshold. */
export interface NpsReading extends LevelReading {
  /** Answers by group. */
  answers: NpsAnswers
}

/** A share against a threshold. */
export interface ProportionReading extends LevelReading {
  /** Whole number from 0. */
  successes: number
  /** Whole number from `successes`. */
  trials: number
}

/** A rate against a threshold. */
export interface RateReading extends LevelReading {
  /** Whole number of events. */
  count: number
  /** What they are counted over. */
  exposure: number
}

/** A metric that is read as a series. */
export interface SeriesReading {
  /** Code of the metric. */
  metric: string
  /** Which direction is good. */
  better: 'up' | 'down'
  /** Its periods. */
  series: MetricSeries
}

/** One half of a pair: a level (`mode: 'level'`) or a series (`mode: 'trend'`). */
export type PairReading = NpsReading | ProportionReading | RateReading | SeriesReading

/** Two metrics that should tell the same story. */
export interface ReadingPair {
  /** One metric. */
  first: PairReading
  /** The other. */
  second: PairReading
  /** Share of the invited that answered the survey, 0..1. */
  responseRate?: number | undefined
  /** Share of the lost customers that had answered, 0..1. */
  overlapShare?: number | undefined
}
