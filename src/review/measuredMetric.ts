import type { Measurement } from '../measurement.js'
import { type ChangeEvidence, changeEvidence } from '../okr/evidence/changeEvidence.js'
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
  return {
    metric,
    ...(segment === undefined ? {} : { segment }),
    current,
    ...(before === undefined ? {} : { previous: before.current }),
    ...(before === undefined || !isComparable(before.current, current)
      ? {}
      : { change: changeOf(before.current, current) }),
  }
}

/** Two figures with an interval, in one unit. */
function isComparable(before: Measurement, now: Measurement): boolean {
  return (
    before.unit === now.unit && [before, now].every(({ value, interval }) => value !== null && interval !== undefined)
  )
}

function changeOf(before: Measurement, now: Measurement): ChangeEvidence {
  const measured = ({ value, interval }: Measurement) => ({ value, ...(interval === undefined ? {} : { interval }) })
  return changeEvidence({ baseline: measured(before), current: measured(now) })
}
