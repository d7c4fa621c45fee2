import { fail } from '../internal/fail.js'
import type { Day, Instant } from '../measurement.js'
import type { CheckIn } from '../okr/models/checkIn.js'
import type { Objective } from '../okr/models/objective.js'
import { agendaOf } from './agendaOf.js'
import { type BoundKeyResult, bindKeyResult } from './bindKeyResults.js'
import { gapOfAbsent } from './chooseOptions.js'
import { compareReviews } from './compareReviews.js'
import { controlSeriesOf } from './controlSeriesOf.js'
import { cycleOn } from './cycleOn.js'
import { dataQualityOf } from './dataQualityOf.js'
import { headlineOf } from './headlineOf.js'
import { keyResultBound } from './keyResultBound.js'
import { lintOf } from './lintOf.js'
import { matrixOf } from './matrixOf.js'
import { measuredMetric } from './measuredMetric.js'
import type { ReviewGap } from './models/figures.js'
import type { GivenMeasurement, ReviewInput } from './models/input.js'
import type { ReviewPolicy } from './models/policy.js'
import type { RetentionReview } from './models/review.js'
import { partsOf } from './partsOf.js'
import { type ReadFigures, readFigures } from './readFigures.js'
import { assertInput } from './readInput.js'
import { readReviewOptions } from './readReviewOptions.js'
import { notesOf, reviewObjective } from './reviewObjective.js'
import { signalsOf } from './signalsOf.js'
import { watchedSeries } from './watchedSeries.js'

/** Options of {@link reviewRetention}. */
export interface ReviewRetentionOptions {
  /** The day; nothing later is known. */
  readonly asOf: Instant
  /** Zone of days and periods; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** Choices of the house. */
  readonly policy?: ReviewPolicy | undefined
  /** The most customers that a list names, from 1; default 100. */
  readonly top?: number | undefined
}

/**
 * Reviews a company on a day: records, objectives and check-ins in, one {@link RetentionReview} out.
 *
 * Runs every metric that the records allow on the last complete period and on its history, binds key results to their
 * metrics, scores and assesses the objectives, runs the detectors with one control of false discoveries, compares with
 * the review before, and lists what it could not compute and which records would make it possible. Any subset of the
 * records will do; none gives a valid review whose gaps say so.
 *
 * @param input - cycle, objectives, check-ins, records (or their tally) or measurements, the review before
 * @param options - the day, zone, choices of the house, length of lists
 * @returns plain JSON without sentences: `retention-okr/report` turns it into words
 * @throws {@link RetentionOkrError} UNKNOWN_METRIC for a key result on a metric that does not exist
 * @throws {@link RetentionOkrError} DUPLICATE_ID for two objectives or key results of one id, UNKNOWN_KEY_RESULT for a
 * check-in of none, CONFLICTING_RECORDS for records or measurements that contradict each other
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option or choice that does not exist, UNSUPPORTED_VERSION,
 * INVALID_PERIOD for a previous review of another shape or a later day, TALLY_MISMATCH for a tally of other choices
 * @example
 * ```ts
 * import { reviewRetention } from 'retention-okr/review'
 *
 * const subscription = { customerId: 'a', startedAt: '2025-01-10', mrr: 39, currency: 'EUR' } as const
 * const subscriptions = [
 *   { ...subscription, id: '1' },
 *   { ...subscription, id: '2', customerId: 'b', endedAt: '2026-01-20' },
 * ]
 * const churn = {
 *   id: 'churn', title: 'Fewer customers leave', kind: 'change', baseline: '0.6', target: '0.4', unit: 'ratio',
 *   metricRef: { metric: 'churn-rate' },
 * } as const
 * const review = reviewRetention(
 *   {
 *     cycle: { id: 'q1', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' },
 *     objectives: [{ id: 'o1', title: 'Customers stay', cycleId: 'q1', keyResults: [churn] }],
 *     records: { subscriptions },
 *   },
 *   { asOf: '2026-02-01' },
 * )
 * review.objectives[0]?.keyResults[0]?.score.progress // => 0.5
 * review.objectives[0]?.status // => 'on_track'
 * review.measurements[0]?.current.value // => 0.5
 * ```
 * @since 0.1.0
 */
export function reviewRetention(input: ReviewInput, options: ReviewRetentionOptions): RetentionReview {
  assertInput(input)
  const context = readReviewOptions(options, ['asOf', 'timeZone', 'policy', 'top'])
  const { day, timeZone } = context
  const { cycle, objectives, checkIns = [], versions = [], previous } = input
  if (previous !== undefined && previous.asOf > day) {
    fail('INVALID_PERIOD', 'input.previous.asOf', 'must not be later than asOf', 'a later day')
  }
  const figures = readFigures(input, context)
  const { measurements, series, chosen, sources, gaps } = figures
  const bound = bindAll(objectives, checkIns, measurements, context.lastDay, gaps)
  const reviewed = objectives.map((objective) =>
    reviewObjective(objective, { cycle, asOf: day, versions, bound, previous }),
  )
  const watched = watchedSeries(series, input.series ?? [], chosen, sources)
  const found = signalsOf({ objectives, watched, series, chosen }, sources, context)
  const review: RetentionReview = {
    schemaVersion: 1,
    asOf: day,
    timeZone,
    ...(previous === undefined ? {} : { previousAsOf: previous.asOf }),
    cycle: cycleOn(cycle, day),
    headline: headlineOf(found.signals, reviewed),
    objectives: reviewed,
    measurements: measurements.map((figure) => measuredMetric(figure, previous)),
    series,
    controls: series.map((row) => {
      const { metric, segment } = row
      return controlSeriesOf(row, keyResultBound(metric, segment, objectives), phasesOf(metric, context.policy))
    }),
    signals: found.signals,
    ...partsOf(figures, found, context),
    agenda: agendaOf(reviewed),
    lint: lintOf(input, reviewed, day, matrixOf(sources)),
    ...notesOf(checkIns, day, cycle),
    gaps: [...gaps, ...unmeasured(figures), ...found.gaps],
    dataQuality: dataQualityOf(figures, context),
    definitions: measurements.flatMap(({ segment, metric, definition }) =>
      segment === undefined ? [{ metric, definition }] : [],
    ),
  }
  return previous === undefined ? review : { ...review, changes: compareReviews(previous, review) }
}

/** First days of the phases of a metric. */
function phasesOf(metric: string, { phases = [] }: ReviewPolicy): Day[] {
  return phases.flatMap((phase) => (phase.metric === metric ? [phase.from] : []))
}

function bindAll(
  objectives: readonly Objective[],
  checkIns: readonly CheckIn[],
  measurements: readonly GivenMeasurement[],
  lastDay: Day,
  gaps: ReviewGap[],
): Map<string, BoundKeyResult> {
  return new Map(
    objectives.flatMap(({ keyResults }) =>
      keyResults.map((keyResult): [string, BoundKeyResult] => {
        const own = checkIns.filter(({ keyResultId }) => keyResultId === keyResult.id)
        return [keyResult.id, bindKeyResult(keyResult, own, measurements, lastDay, gaps)]
      }),
    ),
  )
}

/** Metrics that a key result asks for and that have no value, with their reason. */
function unmeasured({ measurements, wishes, chosen, sources }: ReadFigures): ReviewGap[] {
  const asked = new Set(wishes.map(({ metric }) => metric))
  return measurements
    .filter(({ metric, value, segment }) => value === null && segment === undefined && asked.has(metric))
    .map(({ metric, reason }): ReviewGap => {
      const own = chosen.find(({ rule }) => rule.code === metric)
      if (own?.rule.isPresent?.(sources, own.options) === false) return gapOfAbsent(own.rule)
      return { what: metric, code: reason === 'not_mature' ? 'not_mature' : 'insufficient_data', needs: [] }
    })
}
