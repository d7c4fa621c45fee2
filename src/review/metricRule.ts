import type { Measurement, Period } from '../measurement.js'
import type { CountCells } from '../signals/metricSeries.js'
import type { MetricSeriesBase } from '../signals/model.js'
import type { ChosenOptions } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import type { ReviewGap } from './models/figures.js'
import type { ReviewSegment } from './models/policy.js'
import type { ReviewRecords } from './models/records.js'
import type { TallyName } from './reviewTallies.js'

/** One segment of a split. */
export interface SegmentValue {
  segment: ReviewSegment
  value: string
}

/** How a review computes a metric. */
export interface MetricRule {
  /** Code of the metric. */
  code: string
  /** Records that it needs, all of them. */
  needs: readonly (keyof ReviewRecords)[]
  /** Records that do where one of those is missing. */
  instead?: keyof ReviewRecords
  /** Options without a default. */
  required?: readonly string[]
  /** Options that a definition may ask for, beside those that shape the tally. */
  options?: readonly string[]
  /** Options that shape the tally: fixed once the records are tallied. */
  shape?: readonly string[]
  /** Whether it needs the policy of hand-offs. */
  ofHandoff?: true
  /** Whether its series is watched by the detectors. */
  watched?: true
  /** Records beside which it is not watched: they say the same more exactly. */
  unwatchedWith?: keyof ReviewRecords
  /** The records whose segments split it. */
  segmentOf?: ReviewSegment['of']
  /** Tallies that it reads; the first one is split by segment. */
  tallies: readonly TallyName[]
  /** Fields that it reads and that columns do not hold: it needs their records one by one. */
  rowFields?: readonly string[]
  /** Whether there is anything to measure; default whenever its records are given. */
  isPresent?: (sources: ReviewSources, options: ChosenOptions) => boolean
  /** What is missing where `isPresent` is false; default all its records. */
  absent?: Pick<ReviewGap, 'code' | 'needs'>
  /** First instant of its records, where the metric looks back. */
  firstInstant?: (sources: ReviewSources) => number | undefined
  /** Days of records after which somebody not seen before counts as new: periods before are left out of the series. */
  newcomerDays?: number
  /** The figure of a period, of one segment when it is given. */
  measure: (sources: ReviewSources, options: ChosenOptions, period: Period, of?: SegmentValue) => Measurement
  /** Whether `measure` can tell segments apart; else their figures come from the counts. */
  measuresSegments?: true
  /** Counts of periods, by segment when one is given. */
  count?: (
    sources: ReviewSources,
    options: ChosenOptions,
    periods: readonly Period[],
    segment?: ReviewSegment,
  ) => CountCells
  /** For a metric without counts that add up: its series is the figure of each period. */
  values?: Pick<MetricSeriesBase, 'better' | 'unit'>
}
