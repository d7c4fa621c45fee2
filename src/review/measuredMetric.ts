import { changeOf } from './changeOf.js'
import { findFigure } from './findFigure.js'
import type { MeasuredMetric } from './models/figures.js'
import type { GivenMeasurement } from './models/input.js'
import type { RetentionReview } from './models/review.js'

/** A figure beside the same one of the review before. */
export function measuredMetric(
  { segment, ...current }: GivenMeasurement,
  previous: RetentionReview | undefined,
): MeasuredMetric {
  const { metric } = current
  const before = findFigure(previous?.measurements ?? [], { metric, segment })
  const change = before === undefined ? null : changeOf(before.current, current)
  return {
    metric,
    ...(segment === undefined ? {} : { segment }),
    current,
    ...(before === undefined ? {} : { previous: before.current }),
    ...(change === null ? {} : { change }),
  }
}
