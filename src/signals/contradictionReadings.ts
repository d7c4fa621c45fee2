import { fail } from '../internal/fail.js'
import { assertOneOf, assertPlain } from '../internal/guards.js'
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

/** Refuses pairs that are none, or given twice in either order. */
export function assertPairs(pairs: readonly ReadingPair[]): void {
  const seen = new Set<string>()
  pairs.forEach((pair, index) => {
    const path = `data.pairs[${index}]`
    assertPlain(pair, path)
    assertReading(pair.first, `${path}.first`)
    assertReading(pair.second, `${path}.second`)
    assertShare(pair.responseRate, `${path}.responseRate`)
    assertShare(pair.overlapShare, `${path}.overlapShare`)
    const key = JSON.stringify([pair.first.metric, pair.second.metric].sort())
    if (seen.has(key)) fail('CONFLICTING_RECORDS', path, 'must be given once, in either order', 'pair')
    seen.add(key)
  })
}

function assertReading(reading: PairReading, path: string): void {
  assertPlain(reading, path)
  if (typeof reading.metric !== 'string') fail('INVALID_INPUT', `${path}.metric`, 'must be a text', reading.metric)
  assertOneOf(reading.better, ['up', 'down'], `${path}.better`, 'INVALID_INPUT')
}

function assertShare(value: unknown, path: string): void {
  if (value === undefined) return
  if (typeof value !== 'number' || !(value >= 0 && value <= 1))
    fail('INVALID_NUMBER', path, 'must be from 0 to 1', value)
}
