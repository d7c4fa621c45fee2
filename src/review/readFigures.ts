import { wishesOf } from './bindKeyResults.js'
import { type ChosenMetric, chooseOptions, type MetricWish } from './chooseOptions.js'
import { createReviewSources, type ReviewSources } from './createReviewSources.js'
import { figuresOf, type MetricFigures } from './figuresOf.js'
import { findFigure } from './findFigure.js'
import type { ReviewGap } from './models/figures.js'
import type { GivenMeasurement, ReviewInput } from './models/input.js'
import { readGiven } from './readInput.js'
import type { ReviewContext } from './reviewContext.js'
import { reviewMetrics } from './reviewMetrics.js'
import { mergeSeries } from './watchedSeries.js'

/** The figures of a review, and what they were made from. */
export interface ReadFigures extends MetricFigures {
  sources: ReviewSources
  chosen: ChosenMetric[]
  /** What key results ask for. */
  wishes: MetricWish[]
  gaps: ReviewGap[]
  /** Figures made elsewhere. */
  given: GivenMeasurement[]
  /** Figures from the records in whose place those made elsewhere stand. */
  overruled: GivenMeasurement[]
}

/** Figures from the records, with those made elsewhere, which win. */
export function readFigures(input: ReviewInput, context: ReviewContext): ReadFigures {
  const given = readGiven(input.measurements ?? [])
  const known = [...reviewMetrics.map(({ code }) => code), ...given.map(({ metric }) => metric)]
  const wishes = wishesOf(input.objectives, known)
  const sources = createReviewSources(input.records ?? {}, context)
  const { chosen, gaps } = chooseOptions(sources, context, wishes)
  const figures = figuresOf(chosen, sources, context)
  const isOverruled = (figure: GivenMeasurement): boolean => findFigure(given, figure) !== undefined
  return {
    sources,
    chosen,
    wishes,
    given,
    overruled: figures.measurements.filter(isOverruled),
    measurements: [...given, ...figures.measurements.filter((figure) => !isOverruled(figure))],
    series: mergeSeries(input.series ?? [], figures.series),
    gaps: gaps.filter(({ what }) => !given.some(({ metric }) => metric === what)),
  }
}
