import type { Finding } from '../finding.js'
import { assertKnownOptions } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { detectableDifference } from '../statistics/detectableDifference.js'
import { assertAsOf } from './assertAsOf.js'
import { type CustomerFlows, type FlowPeriod, readFlows, sumOf, unmetMinima } from './customerFlows.js'
import { detectableOf } from './declineResult.js'
import { holdsLevel, judgeAcquisition, judgeCohorts, judgeReplacement, judgeRetention } from './judgeFlows.js'
import type { SignalResult } from './model.js'
import { type DetectAcquisitionRetentionImbalanceOptions, readFlowSettings } from './readFlowSettings.js'

const optionNames = [
  'asOf',
  'looksPerYear',
  'falseAlarmsPerYear',
  'alpha',
  'recentPeriods',
  'baselinePeriods',
  'volumeMargin',
  'minimumRelativeRise',
  'criticalEffect',
]

/**
 * Finds whether new customers hide a leak: retention worse while acquisition holds.
 *
 * Both halves must be shown: lost of opening, recent against baseline, by a one-sided mid-p at the level of the cadence
 * and a rise of `minimumRelativeRise`; new customers not down by more than `volumeMargin` by the conditional Poisson test
 * at 0.05. Retention worse with acquisition neither shown to hold nor to be down is `cannot_tell`. Apart from that a base
 * whose losses exceed its wins, and newer cohorts that leave sooner (log-rank), are findings of their own.
 * Linear in the periods, and in the customers of the cohorts but for sorting them.
 *
 * @param flows - customers at the start, lost and won by period; durations by cohort; segment
 * @param options - day of the verdict, windows, margins
 * @returns verdict with both halves in the evidence; `not_enough_data` names the first window or the counts that are short
 * @throws {@link RetentionOkrError} INVALID_PERIOD for periods with holes or overlaps, INVALID_COUNT, COUNT_EXCEEDS_BASE
 * for counts that are none
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_DAY for an option that is unknown or out of range
 * @example
 * ```ts
 * import { detectAcquisitionRetentionImbalance } from 'retention-okr/signals'
 *
 * const starts = Array.from({ length: 10 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-01`)
 * const periods = starts.slice(0, 9).map((start, month) => ({
 *   start,
 *   end: starts[month + 1] ?? '',
 *   opening: 400,
 *   lost: month < 6 ? 16 : 24,
 *   won: month < 6 ? 20 : 22,
 * }))
 * const { findings, evidence } = detectAcquisitionRetentionImbalance({ periods }, { asOf: '2026-10-01' })
 * findings[0]?.code // => 'retention.acquisition_imbalance'
 * evidence?.['firstTo'] // => 0.06
 * evidence?.['replacementShare'] // ≈ 1.0909
 * ```
 * @see Berger 1982, Multiparameter hypothesis testing and acceptance sampling
 * @since 0.1.0
 */
export function detectAcquisitionRetentionImbalance(
  flows: CustomerFlows,
  options: DetectAcquisitionRetentionImbalanceOptions,
): SignalResult {
  assertKnownOptions(options, optionNames)
  const { asOf } = options
  assertAsOf(asOf)
  const { periods, incomplete, looks } = readFlows(flows, asOf)
  const settings = readFlowSettings(options, looks)
  const { recentPeriods, baselinePeriods, windowLevel } = settings
  const segment = flows.segment === undefined ? {} : { segment: { ...flows.segment } }
  const base = {
    detector: 'detectAcquisitionRetentionImbalance',
    subject: 'customers',
    ...segment,
    cautions: [],
    asOf,
    definition: { ...settings },
  }
  const excluded = incomplete > 0 ? { incomplete } : {}
  const recent = sumOf(periods.slice(-recentPeriods))
  const before = sumOf(periods.slice(-recentPeriods - baselinePeriods, -recentPeriods))
  const missing = unmetMinima(periods.length, recentPeriods + baselinePeriods, recent, before)
  if (missing.length > 0) {
    return { ...base, status: 'not_enough_data', findings: [], missing, comparisons: 0, excluded }
  }
  const since = (periods[periods.length - recentPeriods] as FlowPeriod).start
  const retention = judgeRetention(recent, before, settings)
  const acquisition = judgeAcquisition(recent.won, before.won, settings)
  const replacement = judgeReplacement(recent, windowLevel, since)
  const cohorts = flows.cohorts === undefined ? null : judgeCohorts(flows.cohorts, windowLevel)
  const tested = cohorts !== null && cohorts.pValue !== null
  const evidence = {
    ...retention.evidence,
    ...acquisition.evidence,
    // On one level: below the threshold exactly when both halves are below theirs.
    pValue: Math.min(1, Math.max(retention.pValue, (acquisition.pValue * windowLevel) / holdsLevel)),
    decidedBy: 'intersection-union',
    threshold: windowLevel,
    ...replacement.evidence,
    sampleSize: recent.opening,
    baselineSampleSize: before.opening,
    ...(tested ? { cohortPValue: cohorts.pValue } : {}),
  }
  const imbalance = retention.worse && acquisition.holds ? imbalanceOf(retention.confirmed, evidence, since) : null
  const found = [imbalance, replacement.finding, cohorts?.finding ?? null].filter((finding) => finding !== null)
  const verdict = {
    ...base,
    findings: bySeverity(found).map(
      ({ code, severity, ...rest }): Finding => ({ code, severity, subject: base.subject, ...segment, ...rest }),
    ),
    evidence,
    comparisons: tested ? 2 : 1,
    excluded: cohorts !== null && !tested ? { ...excluded, few_cohort_events: 1 } : excluded,
  }
  if (found.length > 0) return { ...verdict, status: 'signal' }
  if (retention.worse && !acquisition.holds && !acquisition.down) return { ...verdict, status: 'cannot_tell' }
  const design = {
    baseline: before.lost / before.opening,
    baselineTrials: before.opening,
    currentTrials: recent.opening,
  }
  const smallest = detectableDifference(design, { alpha: windowLevel })
  return { ...verdict, status: 'no_signal', detectable: detectableOf(smallest, 'ratio') }
}

function imbalanceOf(confirmed: boolean, evidence: Finding['evidence'], since: Day): Omit<Finding, 'subject'> {
  return {
    code: 'retention.acquisition_imbalance',
    severity: confirmed ? 'critical' : 'warning',
    since,
    evidence,
    method: 'intersection-union',
    params: { direction: 'up' },
  }
}

/** Critical ones first; within it in the order of the codes, in which they were found. */
function bySeverity<T extends Pick<Finding, 'severity'>>(findings: readonly T[]): T[] {
  return [
    ...findings.filter(({ severity }) => severity === 'critical'),
    ...findings.filter(({ severity }) => severity !== 'critical'),
  ]
}
