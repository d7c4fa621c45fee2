import type { Measurement, Period } from '../measurement.js'
import type { CountCells } from '../signals/metricSeries.js'
import type { MetricSeriesBase } from '../signals/model.js'
import type { ReviewSources } from './createReviewSources.js'
import type { ReviewRecords, ReviewSegment } from './model.js'

/** Options of one metric, as chosen. */
export interface ChosenOptions {
  readonly [option: string]: unknown
}

/** One segment of a split. */
interface SegmentValue {
  segment: ReviewSegment
  value: string
}

/** How a review computes a metric. */
export interface MetricRule {
  /** Code of the metric. */
  code: string
  /** Records that it needs, all of them. */
  needs: readonly (keyof ReviewRecords)[]
  /** Options without a default. */
  required?: readonly string[]
  /** Options that a definition may ask for. */
  options?: readonly string[]
  /** Whether it needs the policy of hand-offs. */
  ofHandoff?: true
  /** Whether its series is watched by the detectors. */
  watched?: true
  /** Records beside which it is not watched: they say the same more exactly. */
  unwatchedWith?: keyof ReviewRecords
  /** The figure of a period, of one segment when it is given. */
  measure: (sources: ReviewSources, options: ChosenOptions, period: Period, of?: SegmentValue) => Measurement
  /** Counts of periods, by segment when one is given; undefined when it has none by segment. */
  count?: (
    sources: ReviewSources,
    options: ChosenOptions,
    periods: readonly Period[],
    segment?: ReviewSegment,
  ) => CountCells | undefined
  /** For a metric without counts that add up: its series is the figure of each period. */
  values?: Pick<MetricSeriesBase, 'better' | 'unit'>
}

/** What people choose is checked by the functions themselves: here it passes through. */
export function chosen(options: ChosenOptions): object {
  return options
}

/** Options without some of them. */
export function without(options: ChosenOptions, names: readonly string[]): ChosenOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)))
}

/** Options of rates that counts do not have. */
export const rateOptions = ['level', 'interval'] as const
