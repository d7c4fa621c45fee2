import { dayNumber } from '../calendar/dayNumber.js'
import type { MessageParams } from '../locales/model.js'
import type { RetentionReview } from '../review/models/review.js'
import type { MetricSeries } from '../signals/model.js'

/** Unit and length of the periods of the series of a metric and segment; empty when the review has none. */
export function seriesWords(
  { series }: RetentionReview,
  metric: string | undefined,
  segment: MetricSeries['segment'],
): MessageParams {
  const wanted = JSON.stringify(segment)
  const found = series.find((row) => row.metric === metric && JSON.stringify(row.segment) === wanted)
  return found === undefined ? {} : { unit: found.unit ?? null, period: periodOf(found) }
}

function periodOf({ periods }: MetricSeries): string {
  const [first] = periods
  if (first === undefined) return 'period'
  const days = dayNumber(first.end) - dayNumber(first.start)
  if (days === 7) return 'week'
  if (days >= 28 && days <= 31) return 'month'
  return days >= 89 && days <= 92 ? 'quarter' : 'period'
}
