import { assertPlain } from '../internal/guards.js'
import type { Instant } from '../measurement.js'
import type { MetricSeries } from '../signals/model.js'
import { chooseOptions } from './chooseOptions.js'
import { createReviewSources } from './createReviewSources.js'
import { figuresOf } from './figuresOf.js'
import type { ReviewGap } from './models/figures.js'
import type { GivenMeasurement } from './models/input.js'
import type { ReviewPolicy } from './models/policy.js'
import type { ReviewTally, SomeRecords } from './models/records.js'
import { readReviewOptions } from './readReviewOptions.js'

/** Options of {@link measureAll}. */
export interface MeasureAllOptions {
  /** The day; nothing later is known. */
  readonly asOf: Instant
  /** Zone of days and periods; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** Choices of the house. */
  readonly policy?: ReviewPolicy | undefined
}

/** Every figure that the records allow. */
export interface ReviewFigures {
  /** The last complete period, by metric in the order of the review, then by segment. */
  measurements: GivenMeasurement[]
  /** Complete periods, by metric, then by segment. */
  series: MetricSeries[]
  /** What could not be computed. */
  gaps: ReviewGap[]
  /** What was left out, by record type and reason: `orders.duplicate`. */
  excluded: Record<string, number>
}

/**
 * Computes every metric that the records allow: its last complete period and its series.
 *
 * @param source - any subset of the records, or their tally
 * @param options - the day, zone and policy of the review
 * @returns figures and series; what is missing is a gap with the records or options that would allow it
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option, metric or segment that does not exist
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for a tally of other choices than the options
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
export function measureAll(source: SomeRecords | ReviewTally, options: MeasureAllOptions): ReviewFigures {
  assertPlain(source, 'records')
  const context = readReviewOptions(options, ['asOf', 'timeZone', 'policy'])
  const sources = createReviewSources(source, context)
  const { chosen, gaps } = chooseOptions(sources, context, [])
  const figures = figuresOf(chosen, sources, context)
  const excluded = [...sources.excluded()].flatMap(([type, reasons]) =>
    Object.entries(reasons).map(([reason, count]) => [`${type}.${reason}`, count] as const),
  )
  return { ...figures, gaps, excluded: Object.fromEntries(excluded.sort(([a], [b]) => (a < b ? -1 : 1))) }
}
