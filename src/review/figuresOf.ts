import { addLocalDays } from '../calendar/addLocalDays.js'
import { localDay } from '../calendar/localDay.js'
import { readInstant } from '../calendar/readInstant.js'
import type { Measurement, Period } from '../measurement.js'
import { eventRateMeasurement } from '../metrics/internal/eventRateMeasurement.js'
import { proportionMeasurement } from '../metrics/internal/proportionMeasurement.js'
import { type CountCells, metricSeries } from '../signals/metricSeries.js'
import type { MetricSeries } from '../signals/model.js'
import type { ChosenMetric } from './chooseOptions.js'
import { only, rateOptions } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import type { SegmentValue } from './metricRule.js'
import type { GivenMeasurement } from './models/input.js'
import type { ReviewSegment } from './models/policy.js'
import type { ReviewContext } from './reviewContext.js'

/** Figures and series, by metric in the order of the review, then by segment. */
export interface MetricFigures {
  measurements: GivenMeasurement[]
  series: MetricSeries[]
}

/** Figures and series of the metrics that can be computed. */
export function figuresOf(
  chosen: readonly ChosenMetric[],
  sources: ReviewSources,
  context: ReviewContext,
): MetricFigures {
  const measurements: GivenMeasurement[] = []
  const series: MetricSeries[] = []
  for (const metric of chosen) {
    const { rule, options } = metric
    measurements.push(rule.measure(sources, options, context.current))
    series.push(...seriesOf(metric, sources, context))
    for (const segment of segmentsOf(metric, sources, context)) {
      const rows = segmentSeries(metric, segment, sources, context)
      series.push(...rows)
      for (const row of rows) {
        const value = row.segment?.[segment.name] as string
        const measured = rule.measuresSegments
          ? rule.measure(sources, options, context.current, { segment, value })
          : countedFigure(row, metric, { segment, value }, sources, context)
        measurements.push({ ...measured, segment: { [segment.name]: value } })
      }
    }
  }
  return { measurements, series }
}

/** The segments by which a metric is watched. */
export function segmentsOf(
  { rule }: Pick<ChosenMetric, 'rule'>,
  { has, splits }: Pick<ReviewSources, 'has' | 'splits'>,
  { segments, bySegment }: ReviewContext,
): ReviewSegment[] {
  if (!bySegment.includes(rule.code)) return []
  const [first] = rule.needs
  return segments.filter(
    (segment) =>
      segment.of === rule.segmentOf &&
      (segment.of !== 'customer' || has('customers')) &&
      (first === undefined || splits(first, segment)),
  )
}

/** The whole of a metric over the periods: its counts, or its figures where no counts add up. */
function seriesOf(metric: ChosenMetric, sources: ReviewSources, context: ReviewContext): MetricSeries[] {
  const { rule, options } = metric
  const { periods, timeZone } = context
  if (rule.count !== undefined) {
    const counts = rule.count(sources, options, periods)
    return metricSeries(withoutShort(counts, metric, sources, context), { metric: rule.code, timeZone })
  }
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
  metric: ChosenMetric,
  segment: ReviewSegment,
  sources: ReviewSources,
  context: ReviewContext,
): MetricSeries[] {
  const { rule, options } = metric
  const { periods, timeZone } = context
  if (rule.count === undefined) return []
  const split = withoutShort(rule.count(sources, options, periods, segment), metric, sources, context)
  const named = { ...split, definition: { segmentBy: segment.name } }
  return metricSeries(named, { metric: rule.code, timeZone }).filter((row) => {
    const value = row.segment?.[segment.name]
    return value !== undefined && value !== ''
  })
}

/** Counts without the first periods, whose look-back reaches beyond the records or is too short to tell who is new. */
function withoutShort(
  counts: CountCells,
  metric: ChosenMetric,
  sources: ReviewSources,
  { periods, timeZone }: ReviewContext,
): CountCells {
  const { rule, options } = metric
  if (rule.firstInstant === undefined) return counts
  const reaches = readInstant(options['historyStart'] ?? sources.shared.asOf, timeZone, 'historyStart')
  const since = addLocalDays(reaches, rule.newcomerDays ?? 0, timeZone)
  const isShort = (period: Period): boolean => {
    if ((period.start as number) < since && rule.newcomerDays !== undefined) return true
    const { reason, definition } = rule.measure(sources, options, period)
    return reason === 'insufficient_data' || definition.caveats?.includes('short_history') === true
  }
  const first = sources.once(`history.${rule.code}`, () => periods.find((period) => !isShort(period)))
  const start = first === undefined ? undefined : localDay(first.start as number, timeZone)
  return { ...counts, cells: counts.cells.filter((cell) => start !== undefined && (cell.start ?? '') >= start) }
}

/** The figure of the last complete period from the counts of a segment. */
function countedFigure(
  row: MetricSeries,
  { rule, options }: ChosenMetric,
  { segment }: SegmentValue,
  { shared }: ReviewSources,
  { current, timeZone }: ReviewContext,
): Measurement {
  const start = localDay(current.start as number, timeZone)
  const index = row.periods.findIndex((period) => period.start === start)
  const bounds = { start: new Date(current.start).toISOString(), end: new Date(current.end).toISOString() }
  const definition = { asOf: new Date(shared.asOf).toISOString(), timeZone, segmentBy: segment.field, period: bounds }
  const parts = { metric: rule.code, numerator: 0, denominator: 0, definition }
  const limits = only(options, rateOptions)
  if (row.kind === 'rate') {
    const { count = 0, exposure = 0 } = row.periods[index] ?? {}
    return eventRateMeasurement({ ...parts, numerator: count ?? 0, denominator: exposure ?? 0 }, limits)
  }
  const { successes = 0, trials = 0 } = row.kind === 'proportion' ? (row.periods[index] ?? {}) : {}
  return proportionMeasurement({ ...parts, numerator: successes ?? 0, denominator: trials ?? 0 }, limits)
}
