import { dayNumber } from '../calendar/dayNumber.js'
import { canonicalJson } from '../internal/canonicalJson.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertPlain } from '../internal/guards.js'
import type { Day, Measurement } from '../measurement.js'
import { measureLeadHandoffQuality } from '../metrics/handoff/measureLeadHandoffQuality.js'
import type { ObjectionProfile } from '../metrics/sales/model.js'
import { profileObjections } from '../metrics/sales/profileObjections.js'
import { orderReviewAgenda } from '../okr/check-ins/orderReviewAgenda.js'
import { type ChangeEvidence, changeEvidence } from '../okr/evidence/changeEvidence.js'
import { lintObjectives } from '../okr/lint/lintObjectives.js'
import type { CheckIn } from '../okr/models/checkIn.js'
import type { Cycle } from '../okr/models/cycle.js'
import type { Objective } from '../okr/models/objective.js'
import { elapsedShare } from '../okr/pace/elapsedShare.js'
import { assertUniqueIds } from '../okr/scoring/assertUniqueIds.js'
import { resolveTarget } from '../okr/scoring/resolveTarget.js'
import { detectSignals } from '../signals/detectSignals.js'
import type { MetricSeries } from '../signals/model.js'
import { type BoundKeyResult, bindKeyResult, wishesOf } from './bindKeyResults.js'
import { type ChosenMetric, chooseOptions, type MetricWish } from './chooseOptions.js'
import { assertReview, compareReviews } from './compareReviews.js'
import { contradictionPairs } from './contradictionPairs.js'
import { createReviewSources, type ReviewSources } from './createReviewSources.js'
import { dataQualityOf } from './dataQualityOf.js'
import { detectorChoices } from './detectorChoices.js'
import { headlineOf } from './headlineOf.js'
import { figuresOf, findFigure, segmentKey } from './measureAll.js'
import type {
  GivenMeasurement,
  MeasuredMetric,
  ObjectiveReview,
  RetentionReview,
  ReviewAgendaItem,
  ReviewCycle,
  ReviewGap,
  ReviewInput,
  ReviewOptions,
} from './model.js'
import { presenceOf } from './presenceOf.js'
import { readReviewOptions } from './readReviewOptions.js'
import type { ReviewContext } from './reviewContext.js'
import { reviewMetrics } from './reviewMetrics.js'
import { notesOf, reviewObjective } from './reviewObjective.js'
import { signalDataOf } from './signalDataOf.js'
import { spanOf, windowsOf } from './windowsOf.js'

/**
 * Reviews a company on a day: records, objectives and check-ins in, one {@link RetentionReview} out.
 *
 * Runs every metric that the records allow on the last complete period and on its history, binds key results to their
 * metrics, scores and assesses the objectives, runs the detectors with one control of false discoveries, compares with
 * the review before, and lists what it could not compute and which records would make it possible. Any subset of the
 * records will do; none gives a valid review whose gaps say so.
 *
 * @param input - cycle, objectives, check-ins, records or measurements, the review before
 * @param options - the day, zone, choices of the house, length of lists
 * @returns plain JSON without sentences: `retention-okr/report` turns it into words
 * @throws {@link RetentionOkrError} UNKNOWN_METRIC for a key result on a metric that does not exist
 * @throws {@link RetentionOkrError} DUPLICATE_ID for two objectives or key results of one id, UNKNOWN_KEY_RESULT for a
 * check-in of none, CONFLICTING_RECORDS for records or measurements that contradict each other
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option or choice that does not exist, UNSUPPORTED_VERSION,
 * INVALID_PERIOD for a previous review of another shape or a later day
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
export function reviewRetention(input: ReviewInput, options: ReviewOptions): RetentionReview {
  assertInput(input)
  const context = readReviewOptions(options)
  const { day, timeZone, policy, lastDay, current } = context
  const { cycle, objectives, checkIns = [], versions = [], previous } = input
  if (previous !== undefined && previous.asOf > day) {
    fail('INVALID_PERIOD', 'input.previous.asOf', 'must not be later than asOf', 'a later day')
  }
  const given = readGiven(input.measurements ?? [])
  const known = [...reviewMetrics.map(({ code }) => code), ...given.map(({ metric }) => metric)]
  const wishes = wishesOf(objectives, known)
  const sources = createReviewSources(input.records ?? {}, context)
  const { chosen, gaps } = chooseOptions(sources, context, wishes)
  const figures = figuresOf(chosen, sources, context)
  const measurements = [...given, ...figures.measurements.filter((figure) => findFigure(given, figure) === undefined)]
  const series = mergeSeries(input.series ?? [], figures.series)
  const open = gaps.filter(({ what }) => !given.some(({ metric }) => metric === what))
  const bound = bindAll(objectives, checkIns, measurements, lastDay, open)
  const reviewed = objectives.map((objective) =>
    reviewObjective(objective, { cycle, asOf: day, versions, bound, previous }),
  )
  const watched = watchedSeries(series, input.series ?? [], chosen, sources)
  const data = {
    ...signalDataOf(watched, sources, context),
    series: watched,
    pairs: contradictionPairs(objectives, series, sources, context),
  }
  const signals = detectSignals(data, {
    asOf: day,
    timeZone,
    looksPerYear: context.looksPerYear,
    ...(policy.falseAlarmsPerYear === undefined ? {} : { falseAlarmsPerYear: policy.falseAlarmsPerYear }),
    ...(policy.falseDiscoveryRate === undefined ? {} : { falseDiscoveryRate: policy.falseDiscoveryRate }),
    ...presenceOf(sources, context),
    detectors: detectorChoices(context, data, responseTarget(objectives), context.top),
  })
  const measuresHandoff = chosen.some(({ rule }) => rule.ofHandoff)
  const review: RetentionReview = {
    schemaVersion: 1,
    asOf: day,
    timeZone,
    ...(previous === undefined ? {} : { previousAsOf: previous.asOf }),
    cycle: cycleOn(cycle, day),
    headline: headlineOf(signals, reviewed),
    objectives: reviewed,
    measurements: measurements.map((figure) => measuredMetric(figure, previous)),
    series,
    signals,
    ...(measuresHandoff ? { handoff: measureLeadHandoffQuality(sources.handoffs(), { period: current }) } : {}),
    ...(data.objections === undefined ? {} : { objections: objectionsOf(sources, context) }),
    agenda: agendaOf(reviewed),
    lint: lintObjectives({ objectives, cycles: [cycle] }, { asOf: day }).findings,
    ...notesOf(checkIns, day, cycle),
    gaps: [...open, ...unmeasured(measurements, wishes)],
    dataQuality: dataQualityOf(sources.excluded(), figures.measurements, chosen),
    definitions: definitionsOf(measurements),
  }
  return previous === undefined ? review : { ...review, changes: compareReviews(previous, review) }
}

function assertInput(input: ReviewInput): void {
  assertPlain(input, 'input')
  assertPlain(input.cycle, 'input.cycle')
  assertArray(input.objectives, 'input.objectives')
  input.objectives.forEach((objective, index) => {
    assertPlain(objective, `input.objectives[${index}]`)
    assertArray(objective.keyResults, `input.objectives[${index}].keyResults`)
  })
  assertUniqueIds(input.objectives, 'input.objectives')
  const keyResults = input.objectives.flatMap((objective) => objective.keyResults)
  assertUniqueIds(keyResults, 'input.objectives.keyResults')
  const ids = new Set(keyResults.map(({ id }) => id))
  if (input.checkIns !== undefined) assertArray(input.checkIns, 'input.checkIns')
  input.checkIns?.forEach(({ keyResultId }, index) => {
    if (!ids.has(keyResultId)) {
      fail('UNKNOWN_KEY_RESULT', `input.checkIns[${index}].keyResultId`, 'must be a key result of the set', keyResultId)
    }
  })
  if (input.records !== undefined) assertPlain(input.records, 'input.records')
  if (input.previous !== undefined) assertReview(input.previous, 'input.previous')
}

/** Measurements made elsewhere; two different ones of one metric, definition and segment contradict each other. */
function readGiven(measurements: readonly GivenMeasurement[]): GivenMeasurement[] {
  assertArray(measurements, 'input.measurements')
  const seen = new Map<string, string>()
  return measurements.filter((measurement, index) => {
    assertPlain(measurement, `input.measurements[${index}]`)
    const { metric, definition, segment } = measurement
    const key = JSON.stringify([metric, canonicalJson(definition), segmentKey(segment)])
    const content = canonicalJson(measurement)
    const before = seen.get(key)
    if (before !== undefined && before !== content) {
      fail('CONFLICTING_RECORDS', `input.measurements[${index}]`, 'must agree with the one given before', metric)
    }
    seen.set(key, content)
    return before === undefined
  })
}

/** The series that the detectors look at: those given, and those of watched metrics. */
function watchedSeries(
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

/** Series made elsewhere take the place of those from records. */
function mergeSeries(given: readonly MetricSeries[], computed: readonly MetricSeries[]): MetricSeries[] {
  const nameOf = ({ metric, segment }: MetricSeries): string => JSON.stringify([metric, segmentKey(segment)])
  const names = new Set(given.map(nameOf))
  return [...given, ...computed.filter((series) => !names.has(nameOf(series)))]
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

/** Objections of the last three complete periods. */
function objectionsOf(sources: ReviewSources, { periods }: ReviewContext): ObjectionProfile {
  return profileObjections(sources.records('objections'), { period: spanOf(windowsOf(periods).current) })
}

/** What share of leads a key result wants answered in time. */
function responseTarget(objectives: readonly Objective[]): number | undefined {
  const keyResult = objectives
    .flatMap(({ keyResults }) => keyResults)
    .find(({ metricRef }) => metricRef?.metric === 'lead-response-attainment')
  return keyResult?.kind === 'change' ? (resolveTarget(keyResult).target ?? undefined) : undefined
}

/** Key results to speak about, worst first, with what to ask. */
function agendaOf(objectives: readonly ObjectiveReview[]): ReviewAgendaItem[] {
  const items = objectives.flatMap(({ keyResults }) =>
    keyResults.map(({ keyResultId, status, confidence, confidenceChange }) => ({
      id: keyResultId,
      status,
      ...(confidence === null ? {} : { confidence }),
      ...(confidence === null || confidenceChange === null
        ? {}
        : { previousConfidence: Math.min(1, Math.max(0, confidence - confidenceChange)) }),
    })),
  )
  return orderReviewAgenda(items).map((item) => ({ ...item, question: `question.${item.status}` }))
}

function cycleOn(cycle: Cycle, day: Day): ReviewCycle {
  const days = dayNumber(cycle.lastDay) - dayNumber(cycle.firstDay) + 1
  const passed = dayNumber(day) - dayNumber(cycle.firstDay) + 1
  const { firstDay, lastDay } = cycle
  return {
    ...cycle,
    day: Math.min(days, Math.max(0, passed)),
    days,
    elapsed: elapsedShare({ firstDay, lastDay }, { asOf: day }),
  }
}

function measuredMetric(
  { segment, ...current }: GivenMeasurement,
  previous: RetentionReview | undefined,
): MeasuredMetric {
  const before = previous?.measurements.find(
    (figure) => figure.metric === current.metric && segmentKey(figure.segment) === segmentKey(segment),
  )
  return {
    metric: current.metric,
    ...(segment === undefined ? {} : { segment }),
    current,
    ...(before === undefined ? {} : { previous: before.current }),
    ...(before === undefined || !isComparable(before.current, current)
      ? {}
      : { change: changeOf(before.current, current) }),
  }
}

/** Two figures with an interval or counts, in one unit. */
function isComparable(before: Measurement, now: Measurement): boolean {
  return (
    before.unit === now.unit && [before, now].every(({ value, interval }) => value !== null && interval !== undefined)
  )
}

function changeOf(before: Measurement, now: Measurement): ChangeEvidence {
  const measured = ({ value, interval }: Measurement) => ({ value, ...(interval === undefined ? {} : { interval }) })
  return changeEvidence({ baseline: measured(before), current: measured(now) })
}

/** Metrics that a key result asks for and that have no value, with their reason. */
function unmeasured(measurements: readonly GivenMeasurement[], wishes: readonly MetricWish[]): ReviewGap[] {
  const asked = new Set(wishes.map(({ metric }) => metric))
  return measurements
    .filter(({ metric, value, segment }) => value === null && segment === undefined && asked.has(metric))
    .map(({ metric, reason }) => ({
      what: metric,
      code: reason === 'not_mature' ? 'not_mature' : 'insufficient_data',
      needs: [],
    }))
}

function definitionsOf(measurements: readonly GivenMeasurement[]): RetentionReview['definitions'] {
  return measurements
    .filter(({ segment }) => segment === undefined)
    .map(({ metric, definition }) => ({ metric, definition }))
}
