import { toDecimal, toDouble } from '../internal/decimal.js'
import type { Objective } from '../okr/models/objective.js'
import type { PairReading, ReadingPair } from '../signals/contradictionReadings.js'
import type { MetricSeries } from '../signals/model.js'
import { keyResultBound } from './keyResultBound.js'
import type { MetricPair, PairedMetric } from './models/policy.js'
import type { ReviewContext } from './reviewContext.js'
import { currentPeriods } from './windowsOf.js'

const usualNps = 50

/** Pairs that are held against each other unless the policy names others. */
export const usualPairs: readonly MetricPair[] = [
  { first: { metric: 'net-promoter-score' }, second: { metric: 'churn-rate' } },
  { first: { metric: 'participation-rate' }, second: { metric: 'cohort-repeat-rate' } },
]

/** Pairs of metrics for the detector of contradictions. */
export interface PairsByMode {
  /** Counts against thresholds: both are known. */
  level: ReadingPair[]
  /** Series against each other: a threshold is not known. */
  trend: ReadingPair[]
}

/** The pairs that the figures allow, by how they can be held against each other. */
export function contradictionPairs(
  objectives: readonly Objective[],
  series: readonly MetricSeries[],
  answers: PairedAnswers | undefined,
  { policy }: ReviewContext,
): PairsByMode {
  const pairs: PairsByMode = { level: [], trend: [] }
  for (const { first, second } of policy.contradictions ?? usualPairs) {
    const [one, other] = [first, second].map(({ metric }) =>
      series.find((row) => row.metric === metric && row.segment === undefined),
    )
    if (one === undefined || other === undefined) continue
    const levels = [levelOf(first, one, objectives, answers), levelOf(second, other, objectives, answers)]
    if (levels[0] !== undefined && levels[1] !== undefined) pairs.level.push({ first: levels[0], second: levels[1] })
    else pairs.trend.push({ first: trendOf(one), second: trendOf(other) })
  }
  return pairs
}

/** Answers of the last periods. */
export interface PairedAnswers {
  promoters: number
  passives: number
  detractors: number
}

function trendOf(series: MetricSeries): PairReading {
  return { metric: series.metric, better: series.better, series }
}

function levelOf(
  { metric, threshold: given }: PairedMetric,
  own: MetricSeries,
  objectives: readonly Objective[],
  answers: PairedAnswers | undefined,
): PairReading | undefined {
  const isNps = metric === 'net-promoter-score'
  const threshold =
    given === undefined
      ? (keyResultBound(metric, undefined, objectives) ?? (isNps ? usualNps : undefined))
      : toDouble(toDecimal(given, 'options.policy.contradictions'))
  if (threshold === undefined) return undefined
  const base = { metric, better: own.better, threshold }
  if (isNps && answers !== undefined) return { ...base, answers }
  if (own.kind === 'proportion') {
    const recent = own.periods.slice(-currentPeriods)
    return {
      ...base,
      successes: recent.reduce((sum, { successes }) => sum + (successes ?? 0), 0),
      trials: recent.reduce((sum, { trials }) => sum + (trials ?? 0), 0),
    }
  }
  if (own.kind === 'rate') {
    const recent = own.periods.slice(-currentPeriods)
    return {
      ...base,
      count: recent.reduce((sum, { count }) => sum + (count ?? 0), 0),
      exposure: recent.reduce((sum, { exposure }) => sum + (exposure ?? 0), 0),
    }
  }
  return undefined
}
