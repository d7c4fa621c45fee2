import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertDay, assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { adjustPValues } from '../statistics/adjustPValues.js'
import { assertOpenShare } from './assertOpenShare.js'
import {
  type DetectContradictoryMetricsOptions,
  detectContradictoryMetrics,
  type ReadingPair,
} from './detectContradictoryMetrics.js'
import { type DetectSustainedDeclineOptions, detectSustainedDecline } from './detectSustainedDecline.js'
import type { MetricSeries, SignalResult } from './model.js'
import { reaches } from './reaches.js'

/** What there is to look at; each member is the data of its detector. */
export interface SignalData {
  /** Series for {@link detectSustainedDecline}. */
  readonly series?: readonly MetricSeries[] | undefined
  /** Pairs for {@link detectContradictoryMetrics}. */
  readonly pairs?: readonly ReadingPair[] | undefined
}

/** Options of each detector by its name. */
export interface DetectorOptionsByName {
  /** Options of {@link detectSustainedDecline}. */
  detectSustainedDecline: DetectSustainedDeclineOptions
  /** Options of {@link detectContradictoryMetrics}. */
  detectContradictoryMetrics: DetectContradictoryMetricsOptions
}

/** Own options of the detectors; false switches one off. */
export type DetectorChoices = {
  readonly [D in keyof DetectorOptionsByName]?: Partial<DetectorOptionsByName[D]> | false | undefined
}

/** Options of {@link detectSignals}. */
export interface DetectSignalsOptions {
  /** Day of the verdicts. */
  readonly asOf: Day
  /** Looks a year, from 1; default from the periods of each series. */
  readonly looksPerYear?: number | undefined
  /** Accepted false alarms a year and series, in (0, 1); default 0.10. */
  readonly falseAlarmsPerYear?: number | undefined
  /** Accepted share of false findings in the whole set, in (0, 1); default 0.10. */
  readonly falseDiscoveryRate?: number | undefined
  /** Options of single detectors, over these and over the defaults; false switches one off. */
  readonly detectors?: DetectorChoices | undefined
}

/**
 * Runs every detector whose data are there and controls the false discoveries of the whole set.
 *
 * Every finding with a p-value enters one family, and every test that found nothing with its own; adjusted by
 * Benjamini-Hochberg. A finding above `falseDiscoveryRate` becomes an `info` with the caution `false_discovery` on its
 * result. Monitored series carry their own control and stay outside.
 *
 * @param data - what there is to look at
 * @param options - day of the verdicts, accepted false alarms, options of single detectors
 * @returns one result a test, critical ones first; none without data
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown detector or option, and what the detectors throw
 * @example
 * ```ts
 * import { detectSignals } from 'retention-okr/signals'
 *
 * const satisfied = { promoters: 75, passives: 18, detractors: 7 }
 * const pair = {
 *   first: { metric: 'net-promoter-score', better: 'up', threshold: 50, answers: satisfied },
 *   second: { metric: 'churn-rate', better: 'down', threshold: 0.05, successes: 19, trials: 200 },
 * } as const
 * const [result] = detectSignals({ pairs: [pair] }, { asOf: '2026-04-01' })
 * result?.status // => 'signal'
 * result?.findings[0]?.evidence['familyPValue'] // ≈ 0.0039591
 * ```
 * @see Benjamini and Hochberg 1995, Controlling the false discovery rate
 * @since 0.1.0
 */
export function detectSignals(data: SignalData, options: DetectSignalsOptions): SignalResult[] {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['asOf', 'looksPerYear', 'falseAlarmsPerYear', 'falseDiscoveryRate', 'detectors'])
  const { asOf, falseDiscoveryRate = 0.1, detectors = {} } = options
  if (asOf === undefined) fail('INVALID_OPTION', 'options.asOf', 'is required', asOf)
  assertDay(asOf, 'options.asOf')
  assertOpenShare(falseDiscoveryRate, 'options.falseDiscoveryRate')
  assertKnownOptions(detectors, Object.keys(runs), 'options.detectors')
  const results = detectorNames.flatMap((name) => {
    const own = detectors[name]
    return own === false ? [] : runs[name](data, options, own ?? {})
  })
  return inOrder(controlled(results, falseDiscoveryRate))
}

type Run = (data: SignalData, shared: DetectSignalsOptions, own: object) => SignalResult[]

const runs: { readonly [D in keyof DetectorOptionsByName]: Run } = {
  detectSustainedDecline: ({ series = [] }, shared, own) => {
    assertArray(series, 'data.series')
    return series.map((one) => detectSustainedDecline(one, { ...cadenceOf(shared), ...own, asOf: shared.asOf }))
  },
  detectContradictoryMetrics: ({ pairs }, { asOf, falseAlarmsPerYear }, own) => {
    if (pairs === undefined) return []
    const shared = falseAlarmsPerYear === undefined ? {} : { falseAlarmsPerYear }
    return [detectContradictoryMetrics({ pairs }, { ...shared, ...own, asOf })]
  },
}

const detectorNames = Object.keys(runs) as (keyof DetectorOptionsByName)[]

function cadenceOf({ looksPerYear, falseAlarmsPerYear }: DetectSignalsOptions) {
  return {
    ...(looksPerYear === undefined ? {} : { looksPerYear }),
    ...(falseAlarmsPerYear === undefined ? {} : { falseAlarmsPerYear }),
  }
}

/** The p with which evidence enters the family; undefined for a fact without a test. */
function deciding(evidence: Finding['evidence'] | undefined): number | undefined {
  const p = evidence?.['adjustedPValue'] ?? evidence?.['midP'] ?? evidence?.['pValue']
  return typeof p === 'number' ? p : undefined
}

/** Members of the family: the findings of a result, or its test when it found nothing. */
function membersOf({ status, findings, evidence }: SignalResult): number[] {
  if (status === 'not_enough_data' || status === 'unstable_baseline') return []
  const tested = findings.length > 0 ? findings.map((finding) => finding.evidence) : [evidence]
  return tested.map(deciding).filter((p): p is number => p !== undefined)
}

function controlled(results: readonly SignalResult[], falseDiscoveryRate: number): SignalResult[] {
  const { adjusted } = adjustPValues(results.flatMap(membersOf))
  let next = 0
  return results.map((result) => {
    const count = membersOf(result).length
    if (count === 0) return result
    const own = adjusted.slice(next, next + count)
    next += count
    return withFamily(result, own, adjusted.length, falseDiscoveryRate)
  })
}

function withFamily(result: SignalResult, own: readonly number[], size: number, limit: number): SignalResult {
  let next = 0
  let demoted = false
  const findings = result.findings.map((finding): Finding => {
    if (deciding(finding.evidence) === undefined) return finding
    const familyPValue = own[next] as number
    next += 1
    const stands = reaches(limit, familyPValue)
    demoted ||= !stands
    return {
      ...finding,
      severity: stands ? finding.severity : 'info',
      evidence: { ...finding.evidence, familyPValue },
    }
  })
  const evidence = { ...result.evidence, familyPValue: Math.min(...own) }
  const cautions = demoted ? [...result.cautions, 'false_discovery'].sort() : result.cautions
  const alarms = findings.some(({ severity }) => severity !== 'info')
  const changed = { ...result, findings: bySeverity(findings), evidence, cautions, comparisons: size }
  return result.status !== 'signal' || alarms ? changed : { ...changed, status: 'no_signal', detectable: null }
}

const severities = ['critical', 'warning', 'info']

/** Severity first; what was in order before stays in order within it. */
function bySeverity(findings: readonly Finding[]): Finding[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}

function rankOf({ findings }: SignalResult): number {
  const [first] = findings
  return first === undefined ? severities.length : Math.min(2, severities.indexOf(first.severity))
}

function inOrder(results: readonly SignalResult[]): SignalResult[] {
  const place = (result: SignalResult): number => detectorNames.indexOf(result.detector as keyof DetectorOptionsByName)
  return [...results].sort(
    (a, b) =>
      Math.min(2, rankOf(a)) - Math.min(2, rankOf(b)) || place(a) - place(b) || compareCodeUnits(a.subject, b.subject),
  )
}
