import type { Finding } from '../finding.js'
import { assertArray, assertKnownOptions, assertOneOf, assertPlain } from '../internal/guards.js'
import { adjustPValues } from '../statistics/adjustPValues.js'
import { assertAsOf } from './assertAsOf.js'
import { assertOpenShare } from './assertOpenShare.js'
import { assertPairs } from './assertPairs.js'
import type { ReadingPair } from './contradictionReadings.js'
import { type JudgedPair, judgeLevels, judgeTrends } from './judgePair.js'
import type { DetectorOptions, SignalResult, UnmetMinimum } from './model.js'
import { reaches } from './reaches.js'

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
 * Linear in the pairs; a trend costs what {@link detectSustainedDecline} does.
 *
 * @param data - pairs of readings
 * @param options - day of the verdict, mode, accepted false findings
 * @returns verdict with a finding a pair; pairs below 10 answers or 30 trials are left out and counted
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_DAY for a threshold or an option that is missing or out of range
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
  assertPairs(data.pairs)
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
