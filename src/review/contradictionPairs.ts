import { toDecimal, toDouble } from '../internal/decimal.js'
import type { KeyResult } from '../okr/models/keyResult.js'
import type { Objective } from '../okr/models/objective.js'
import { resolveTarget } from '../okr/scoring/resolveTarget.js'
import type { PairReading, ReadingPair } from '../signals/detectContradictoryMetrics.js'
import type { MetricSeries } from '../signals/model.js'
import type { ReviewSources } from './createReviewSources.js'
import type { MetricPair, PairedMetric } from './model.js'
import type { ReviewContext } from './reviewContext.js'
import { currentPeriods } from './windowsOf.js'

const usualNps = 50

const usualPairs: readonly MetricPair[] = [
  { first: { metric: 'net-promoter-score' }, second: { metric: 'churn-rate' } },
]

/** Pairs whose thresholds and counts are known, for the detector of contradictions. */
export function contradictionPairs(
  objectives: readonly Objective[],
  series: readonly MetricSeries[],
  sources: ReviewSources,
  { policy }: ReviewContext,
): ReadingPair[] {
  return (policy.contradictions ?? usualPairs).flatMap(({ first, second }) => {
    const read = [first, second].map((half) => readingOf(half, objectives, series, sources))
    const [one, other] = read
    return one === undefined || other === undefined ? [] : [{ first: one, second: other }]
  })
}

function readingOf(
  { metric, threshold }: PairedMetric,
  objectives: readonly Objective[],
  series: readonly MetricSeries[],
  sources: ReviewSources,
): PairReading | undefined {
  const bound =
    threshold === undefined
      ? boundOf(metric, objectives)
      : toDouble(toDecimal(threshold, 'options.policy.contradictions'))
  const own = series.find((row) => row.metric === metric && row.segment === undefined)
  if (own === undefined) return undefined
  const base = { metric, better: own.better }
  if (metric === 'net-promoter-score' && sources.has('responses')) {
    return { ...base, threshold: bound ?? usualNps, answers: answersOf(sources) }
  }
  if (bound === undefined) return undefined
  if (own.kind === 'proportion') {
    const recent = own.periods.slice(-currentPeriods)
    const successes = recent.reduce((sum, { successes: count }) => sum + (count ?? 0), 0)
    const trials = recent.reduce((sum, { trials: base }) => sum + (base ?? 0), 0)
    return { ...base, threshold: bound, successes, trials }
  }
  if (own.kind === 'rate') {
    const recent = own.periods.slice(-currentPeriods)
    const count = recent.reduce((sum, { count: events }) => sum + (events ?? 0), 0)
    const exposure = recent.reduce((sum, { exposure: size }) => sum + (size ?? 0), 0)
    return { ...base, threshold: bound, count, exposure }
  }
  return undefined
}

/** Answers of the last periods added up. */
function answersOf(sources: ReviewSources) {
  const sum = { promoters: 0, passives: 0, detractors: 0 }
  for (const { counts } of sources.answerCounts().cells.slice(-currentPeriods)) {
    sum.promoters += counts.promoters ?? 0
    sum.passives += counts.passives ?? 0
    sum.detractors += counts.detractors ?? 0
  }
  return sum
}

/** The bound of the first key result on a metric as a whole. */
function boundOf(metric: string, objectives: readonly Objective[]): number | undefined {
  const keyResult = objectives
    .flatMap(({ keyResults }) => keyResults)
    .find(({ metricRef }) => metricRef?.metric === metric && metricRef.segment === undefined && !metricRef.complement)
  return keyResult === undefined ? undefined : thresholdOf(keyResult)
}

function thresholdOf(keyResult: KeyResult): number | undefined {
  if (keyResult.kind !== 'change') return undefined
  return resolveTarget(keyResult).target ?? undefined
}
