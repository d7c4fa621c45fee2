import type { Finding } from '../finding.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertKnownOptions, assertOneOf, assertPlain } from '../internal/guards.js'
import { adjustPValues } from '../statistics/adjustPValues.js'
import type { NpsAnswers } from '../statistics/model.js'
import { assertAsOf } from './assertAsOf.js'
import { assertOpenShare } from './assertOpenShare.js'
import { detectSustainedDecline } from './detectSustainedDecline.js'
import type { DetectorOptions, MetricSeries, SignalResult, UnmetMinimum } from './model.js'
import { reaches } from './reaches.js'
import {
  assertThreshold,
  type JudgedLevel,
  judgeNps,
  judgeRate,
  judgeShare,
  type ShortReading,
} from './readingLevel.js'

/** A metric that is read against a threshold. */
export interface LevelReading {
  /** Code of the metric. */
  metric: string
  /** Which direction is good. */
  better: 'up' | 'down'
  /** Where good ends, a decision of the business: points of an NPS, share in (0, 1), or rate above 0. */
  threshold: number
}

/** An NPS against a threshold. */
export interface NpsReading extends LevelReading {
  /** Answers by group. */
  answers: NpsAnswers
}

/** A share against a threshold. */
export interface ProportionReading extends LevelReading {
  /** Whole number from 0. */
  successes: number
  /** Whole number from `successes`. */
  trials: number
}

/** A rate against a threshold. */
export interface RateReading extends LevelReading {
  /** Whole number of events. */
  count: number
  /** What they are counted over. */
  exposure: number
}

/** A metric that is read as a series. */
export interface SeriesReading {
  /** Code of the metric. */
  metric: string
  /** Which direction is good. */
  better: 'up' | 'down'
  /** Its periods. */
  series: MetricSeries
}

/** One half of a pair: a level (`mode: 'level'`) or a series (`mode: 'trend'`). */
export type PairReading = NpsReading | ProportionReading | RateReading | SeriesReading

/** Two metrics that should tell the same story. */
export interface ReadingPair {
  /** One metric. */
  first: PairReading
  /** The other. */
  second: PairReading
  /** Share of the invited that answered the survey, 0..1. */
  responseRate?: number | undefined
  /** Share of the lost customers that had answered, 0..1. */
  overlapShare?: number | undefined
}

/** The pairs of one question. */
export interface ContradictionPair {
  /** Pairs of metrics, each once. */
  pairs: readonly ReadingPair[]
}

/** Options of {@link detectContradictoryMetrics}. */
export interface DetectContradictoryMetricsOptions {
  /** Day of the verdict. */
  readonly asOf: DetectorOptions['asOf']
  /** Levels against thresholds, or directions of series; default `level`. */
  readonly mode?: 'level' | 'trend' | undefined
  /** Accepted share of false findings among several pairs, in (0, 1); default 0.10. */
  readonly falseDiscoveryRate?: number | undefined
  /** Accepted false alarms a year of the trends; default 0.10. */
  readonly falseAlarmsPerYear?: number | undefined
}

const overlapBelow = 0.2

/**
 * Finds pairs of metrics that tell opposite stories, such as a good NPS with a high churn.
 *
 * `level`: one metric lies wholly on the good side of its threshold and the other wholly on the bad side, each by a
 * one-sided 95 % bound (adjusted Wald, Wilson, Garwood). `trend`: one declines and the other improves. Both halves must
 * hold (p is the larger); among several pairs the Benjamini-Hochberg adjusted p must hold too. No cause is named: the
 * first thing to check is who answered the survey.
 *
 * @param data - pairs of readings
 * @param options - day of the verdict, mode, accepted false findings
 * @returns verdict with a finding a pair; pairs below 10 answers or 30 trials are left out and counted
 * @throws {@link RetentionOkrError} INVALID_OPTION for a threshold or an option that is missing or out of range
 * @throws {@link RetentionOkrError} INVALID_INPUT for a reading in no form, two forms or not that of the mode
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for a pair given twice, in either order
 * @example
 * ```ts
 * import { detectContradictoryMetrics } from 'retention-okr/signals'
 *
 * const satisfied = { promoters: 75, passives: 18, detractors: 7 }
 * const pair = {
 *   first: { metric: 'net-promoter-score', better: 'up', threshold: 50, answers: satisfied },
 *   second: { metric: 'churn-rate', better: 'down', threshold: 0.05, successes: 19, trials: 200 },
 * } as const
 * const { status, evidence } = detectContradictoryMetrics({ pairs: [pair] }, { asOf: '2026-04-01' })
 * status // => 'signal'
 * evidence?.['pValue'] // ≈ 0.0039591
 * ```
 * @see Berger 1982, Multiparameter hypothesis testing and acceptance sampling
 * @since 0.1.0
 */
export function detectContradictoryMetrics(
  data: ContradictionPair,
  options: DetectContradictoryMetricsOptions,
): SignalResult {
  assertKnownOptions(options, ['asOf', 'mode', 'falseDiscoveryRate', 'falseAlarmsPerYear'])
  const { asOf, mode = 'level', falseDiscoveryRate = 0.1, falseAlarmsPerYear = 0.1 } = options
  assertAsOf(asOf)
  assertOneOf(mode, ['level', 'trend'], 'options.mode')
  assertOpenShare(falseDiscoveryRate, 'options.falseDiscoveryRate')
  assertOpenShare(falseAlarmsPerYear, 'options.falseAlarmsPerYear')
  assertPlain(data, 'data')
  assertArray(data.pairs, 'data.pairs')
  const judge = mode === 'level' ? judgeLevels : judgeTrends
  const judged: JudgedPair[] = []
  const missing: UnmetMinimum[] = []
  let short = 0
  assertDistinct(data.pairs)
  data.pairs.forEach((pair, index) => {
    const verdict = judge(pair, `data.pairs[${index}]`, { asOf, falseAlarmsPerYear })
    if ('missing' in verdict) {
      short += 1
      missing.push(...verdict.missing)
    } else judged.push(verdict)
  })
  const base = {
    detector: 'detectContradictoryMetrics',
    subject: 'metrics',
    excluded: short > 0 ? { not_enough_data: short } : {},
    asOf,
    definition: { mode, falseDiscoveryRate, falseAlarmsPerYear },
  }
  if (judged.length === 0) {
    const unmet = data.pairs.length === 0 ? [{ what: 'pairs', needed: 1, found: 0 }] : missing
    return { ...base, status: 'not_enough_data', findings: [], missing: unmet, cautions: [], comparisons: 0 }
  }
  const { adjusted } = adjustPValues(judged.map(({ pValue }) => pValue))
  const ordered = judged
    .map((pair, index) => ({ ...pair, adjustedPValue: adjusted[index] as number }))
    .sort((a, b) => a.pValue - b.pValue || (a.subject < b.subject ? -1 : 1))
  const findings = ordered
    .filter(({ holds, adjustedPValue }) => {
      return holds && (judged.length === 1 || reaches(falseDiscoveryRate, adjustedPValue))
    })
    .map(
      (pair): Finding => ({
        code: 'metrics.contradiction',
        severity: 'warning',
        subject: pair.subject,
        since: null,
        evidence: evidenceOf(pair),
        method: 'intersection-union',
        params: {},
      }),
    )
  const verdict = {
    ...base,
    findings,
    evidence: evidenceOf(ordered[0] as AdjustedPair),
    cautions: judged.some(({ overlapShare }) => (overlapShare ?? 1) < overlapBelow) ? ['small_overlap'] : [],
    comparisons: judged.length,
  }
  if (findings.length > 0) return { ...verdict, status: 'signal' }
  return { ...verdict, status: 'no_signal', detectable: null }
}

interface JudgedPair {
  subject: string
  halves: Record<string, number | null>
  pValue: number
  /** Both halves are shown. */
  holds: boolean
  responseRate?: number
  overlapShare?: number
}

type AdjustedPair = JudgedPair & { adjustedPValue: number }

function evidenceOf({ halves, pValue, adjustedPValue, responseRate, overlapShare }: AdjustedPair): Finding['evidence'] {
  return {
    ...halves,
    pValue,
    decidedBy: 'intersection-union',
    adjustedPValue,
    ...(responseRate === undefined ? {} : { responseRate }),
    ...(overlapShare === undefined ? {} : { overlapShare }),
  }
}

function assertDistinct(pairs: readonly ReadingPair[]): void {
  const seen = new Set<string>()
  pairs.forEach((pair, index) => {
    const path = `data.pairs[${index}]`
    assertPlain(pair, path)
    assertReading(pair.first, `${path}.first`)
    assertReading(pair.second, `${path}.second`)
    assertShare(pair.responseRate, `${path}.responseRate`)
    assertShare(pair.overlapShare, `${path}.overlapShare`)
    const key = JSON.stringify([pair.first.metric, pair.second.metric].sort())
    if (seen.has(key)) fail('CONFLICTING_RECORDS', path, 'must be given once, in either order', 'pair')
    seen.add(key)
  })
}

function assertReading(reading: PairReading, path: string): void {
  assertPlain(reading, path)
  if (typeof reading.metric !== 'string') fail('INVALID_INPUT', `${path}.metric`, 'must be a text', reading.metric)
  assertOneOf(reading.better, ['up', 'down'], `${path}.better`, 'INVALID_INPUT')
}

function assertShare(value: unknown, path: string): void {
  if (value === undefined) return
  if (typeof value !== 'number' || !(value >= 0 && value <= 1))
    fail('INVALID_NUMBER', path, 'must be from 0 to 1', value)
}

function sharesOf({ responseRate, overlapShare }: ReadingPair): Pick<JudgedPair, 'responseRate' | 'overlapShare'> {
  return {
    ...(responseRate === undefined ? {} : { responseRate }),
    ...(overlapShare === undefined ? {} : { overlapShare }),
  }
}

function judgeLevels(pair: ReadingPair, path: string): JudgedPair | { missing: UnmetMinimum[] } {
  const first = readLevel(pair.first, `${path}.first`)
  const second = readLevel(pair.second, `${path}.second`)
  const missing = [
    ...('needed' in first ? [{ what: pair.first.metric, ...first }] : []),
    ...('needed' in second ? [{ what: pair.second.metric, ...second }] : []),
  ]
  if ('needed' in first || 'needed' in second) return { missing }
  const orders = [
    { first: sideOf(first, pair.first.better, true), second: sideOf(second, pair.second.better, false) },
    { first: sideOf(first, pair.first.better, false), second: sideOf(second, pair.second.better, true) },
  ].map((order) => ({ ...order, pValue: Math.max(order.first.p, order.second.p) }))
  const [good, bad] = orders as [(typeof orders)[0], (typeof orders)[0]]
  const order = bad.pValue < good.pValue ? bad : good
  return {
    subject: `${pair.first.metric}/${pair.second.metric}`,
    halves: { ...levelEvidence('first', first, order.first.p), ...levelEvidence('second', second, order.second.p) },
    pValue: order.pValue,
    holds: order.first.shown && order.second.shown,
    ...sharesOf(pair),
  }
}

/** Whether a reading lies wholly on one side of its threshold, and the p of that half. */
function sideOf(reading: JudgedLevel, better: 'up' | 'down', good: boolean): { shown: boolean; p: number } {
  const above = (better === 'up') === good
  return above
    ? { shown: reading.lower > reading.threshold, p: reading.pAbove }
    : { shown: reading.upper < reading.threshold, p: reading.pBelow }
}

function levelEvidence(prefix: string, reading: JudgedLevel, p: number): Record<string, number> {
  return {
    [`${prefix}Value`]: reading.value,
    [`${prefix}Lower`]: reading.lower,
    [`${prefix}Upper`]: reading.upper,
    [`${prefix}Threshold`]: reading.threshold,
    [`${prefix}SampleSize`]: reading.sampleSize,
    [`${prefix}PValue`]: p,
  }
}

function readLevel(reading: PairReading, path: string): JudgedLevel | ShortReading {
  const { answers, successes, trials, count, exposure, series, threshold } = reading as unknown as Record<
    string,
    unknown
  >
  const forms = [[answers], [successes, trials], [count, exposure], [series]].filter((members) =>
    members.some((member) => member !== undefined),
  )
  if (forms.length !== 1 || series !== undefined || forms[0]?.includes(undefined)) {
    fail('INVALID_INPUT', path, 'must be answers, successes of trials, or a count of an exposure', 'reading')
  }
  const kind = answers !== undefined ? 'answers' : successes !== undefined ? 'share' : 'rate'
  assertThreshold(threshold, kind, `${path}.threshold`)
  if (kind === 'answers') return judgeNps(answers as NpsAnswers, threshold)
  if (kind === 'share') return judgeShare(successes as number, trials as number, threshold, path)
  return judgeRate(count as number, exposure as number, threshold, path)
}

function judgeTrends(
  pair: ReadingPair,
  path: string,
  options: { asOf: string; falseAlarmsPerYear: number },
): JudgedPair | { missing: UnmetMinimum[] } {
  const results = (['first', 'second'] as const).map((half) => {
    const reading = pair[half]
    const series = (reading as SeriesReading).series
    if (series === undefined) fail('INVALID_INPUT', `${path}.${half}`, 'must be a series', 'reading')
    return detectSustainedDecline({ ...series, better: reading.better }, options)
  })
  const missing = results.flatMap(({ missing: unmet }, index) => {
    const what = index === 0 ? pair.first.metric : pair.second.metric
    return unmet === undefined ? [] : [{ ...(unmet[0] as UnmetMinimum), what }]
  })
  if (missing.length > 0) return { missing }
  const [first, second] = results as [SignalResult, SignalResult]
  const apart = orientedZ(first, pair.first.better) * orientedZ(second, pair.second.better) < 0
  const codes = results.map(({ findings }) => findings[0]?.code)
  return {
    subject: `${pair.first.metric}/${pair.second.metric}`,
    halves: { ...trendEvidence('first', first), ...trendEvidence('second', second) },
    pValue: apart ? Math.max(first.evidence?.['pValue'] as number, second.evidence?.['pValue'] as number) : 1,
    holds: codes.includes('trend.sustained_decline') && codes.includes('trend.sustained_improvement'),
    ...sharesOf(pair),
  }
}

function orientedZ({ evidence }: SignalResult, better: 'up' | 'down'): number {
  return (evidence?.['z'] as number) * (better === 'up' ? 1 : -1)
}

function trendEvidence(prefix: string, { evidence = {} }: SignalResult): Record<string, number | null> {
  const names = ['effect', 'lower', 'upper', 'from', 'to', 'pValue', 'threshold', 'sampleSize']
  return Object.fromEntries(
    names.map((name) => [
      `${prefix}${name[0]?.toUpperCase()}${name.slice(1)}`,
      (evidence[name] ?? null) as number | null,
    ]),
  )
}
