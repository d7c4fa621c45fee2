import { localDay } from '../calendar/localDay.js'
import { canonicalJson } from '../internal/canonicalJson.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { assertPlain } from '../internal/guards.js'
import type { Measurement } from '../measurement.js'
import { metricSeries } from '../signals/metricSeries.js'
import type { MetricSeries } from '../signals/model.js'
import { type ChosenMetric, chooseOptions, type MetricWish } from './chooseOptions.js'
import { createReviewSources, type ReviewSources } from './createReviewSources.js'
import type { GivenMeasurement, ReviewGap, ReviewOptions, ReviewSegment, SegmentName, SomeRecords } from './model.js'
import { readReviewOptions } from './readReviewOptions.js'
import type { ReviewContext } from './reviewContext.js'

/** Every figure that the records allow. */
export interface ReviewFigures {
  /** The last complete period, by metric in the order of the review, then by segment. */
  measurements: GivenMeasurement[]
  /** Complete periods, by metric, then by segment. */
  series: MetricSeries[]
  /** What could not be computed. */
  gaps: ReviewGap[]
  /** What was left out, by record type and reason. */
  excluded: { [recordType: string]: { [reason: string]: number } }
}

/**
 * Computes every metric that the records allow: its last complete period and its series.
 *
 * @param records - any subset of the records
 * @param options - the day, zone and policy of the review
 * @returns figures and series; what is missing is a gap with the records or options that would allow it
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option, metric or segment that does not exist
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS and what the metrics throw
 * @example
 * ```ts
 * import { measureAll } from 'retention-okr/review'
 *
 * const subscription = { customerId: 'a', startedAt: '2025-01-10', mrr: 39, currency: 'EUR' } as const
 * const subscriptions = [
 *   { ...subscription, id: '1' },
 *   { ...subscription, id: '2', customerId: 'b', endedAt: '2025-03-20' },
 * ]
 * const { measurements, gaps } = measureAll({ subscriptions }, { asOf: '2025-04-01' })
 * measurements[0]?.value // => 0.5
 * gaps[0] // => { what: 'inactivity-churn-rate', code: 'no_records', needs: ['activities'] }
 * ```
 * @since 0.1.0
 */
export function measureAll(records: SomeRecords, options: ReviewOptions): ReviewFigures {
  assertPlain(records, 'records')
  const context = readReviewOptions(options)
  const sources = createReviewSources(records, context)
  const { chosen, gaps } = chooseOptions(sources, context, [])
  return { ...figuresOf(chosen, sources, context), gaps, excluded: Object.fromEntries(sources.excluded()) }
}

/** Figures and series of the metrics that can be computed. */
export function figuresOf(
  chosen: readonly ChosenMetric[],
  sources: ReviewSources,
  context: ReviewContext,
): Pick<ReviewFigures, 'measurements' | 'series'> {
  const measurements: GivenMeasurement[] = []
  const series: MetricSeries[] = []
  for (const { rule, options } of chosen) {
    measurements.push(rule.measure(sources, options, context.current))
    series.push(...seriesOf({ rule, options }, sources, context))
    if (!context.bySegment.includes(rule.code)) continue
    for (const segment of context.segments) {
      if (segment.of === 'customer' && !sources.has('customers')) continue
      const rows = segmentSeries({ rule, options }, segment, sources, context)
      series.push(...rows)
      if (segment.of !== 'customer') continue
      for (const row of rows) {
        const value = row.segment?.[segment.name] as string
        const measured = rule.measure(sources, options, context.current, { segment, value })
        measurements.push({ ...measured, segment: { [segment.name]: value } })
      }
    }
  }
  return { measurements, series }
}

/** The whole of a metric over the periods: its counts, or its figures where no counts add up. */
function seriesOf({ rule, options }: ChosenMetric, sources: ReviewSources, context: ReviewContext): MetricSeries[] {
  const { periods, timeZone } = context
  const counts = rule.count?.(sources, options, periods)
  if (counts !== undefined) return metricSeries(counts, { metric: rule.code, timeZone })
  if (rule.values === undefined) return []
  return [
    {
      metric: rule.code,
      ...rule.values,
      kind: 'value',
      periods: periods.map((period) => ({
        start: localDay(period.start as number, timeZone),
        end: localDay(period.end as number, timeZone),
        value: rule.measure(sources, options, period).value,
      })),
    },
  ]
}

/** One series a segment; records without a segment are in none. */
function segmentSeries(
  { rule, options }: ChosenMetric,
  segment: ReviewSegment,
  sources: ReviewSources,
  { periods, timeZone }: ReviewContext,
): MetricSeries[] {
  const split = rule.count?.(sources, options, periods, segment)
  if (split === undefined) return []
  const named = { ...split, definition: { segmentBy: segment.name } }
  return metricSeries(named, { metric: rule.code, timeZone }).filter((row) => {
    const value = row.segment?.[segment.name]
    return value !== undefined && value !== ''
  })
}

/** Text that is equal for equal segments. */
export function segmentKey(segment: SegmentName | undefined): string {
  return segment === undefined ? '' : canonicalJson(segment)
}

/** Finds the figure of a metric and segment. */
export function findFigure(
  measurements: readonly GivenMeasurement[],
  wish: Pick<MetricWish, 'metric' | 'segment'>,
): Measurement | undefined {
  return measurements.find(
    ({ metric, segment }) =>
      metric === wish.metric && compareCodeUnits(segmentKey(segment), segmentKey(wish.segment)) === 0,
  )
}
