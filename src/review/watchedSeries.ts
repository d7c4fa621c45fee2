import type { MetricSeries } from '../signals/model.js'
import type { ChosenMetric } from './chooseOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import { segmentKey } from './findFigure.js'

/** Series made elsewhere take the place of those from records. */
export function mergeSeries(given: readonly MetricSeries[], computed: readonly MetricSeries[]): MetricSeries[] {
  const nameOf = ({ metric, segment }: MetricSeries): string => JSON.stringify([metric, segmentKey(segment)])
  const names = new Set(given.map(nameOf))
  return [...given, ...computed.filter((series) => !names.has(nameOf(series)))]
}

/** The series that the detectors look at: those given, and those of watched metrics. */
export function watchedSeries(
  series: readonly MetricSeries[],
  given: readonly MetricSeries[],
  chosen: readonly ChosenMetric[],
  sources: ReviewSources,
): MetricSeries[] {
  const watched = chosen
    .filter(({ rule: { watched: isWatched, unwatchedWith } }) => {
      return isWatched && (unwatchedWith === undefined || !sources.has(unwatchedWith))
    })
    .map(({ rule }) => rule.code)
  return series.filter((row) => given.includes(row) || watched.includes(row.metric))
}
