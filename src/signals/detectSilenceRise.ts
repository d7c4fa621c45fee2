import type { Finding } from '../finding.js'
import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions } from '../internal/guards.js'
import type { ProspectCounts } from '../metrics/sales/model.js'
import { cochranArmitageTest } from '../statistics/cochranArmitageTest.js'
import { detectableDifference } from '../statistics/detectableDifference.js'
import type { Tally } from '../tally/model.js'
import { assertAsOf } from './assertAsOf.js'
import { assertSize } from './assertSize.js'
import { compareShares } from './compareShares.js'
import { comparisonLevel } from './comparisonLevel.js'
import { detectableOf } from './declineResult.js'
import type { DetectorOptions, SignalResult } from './model.js'
import { reaches } from './reaches.js'
import { ruleResult } from './ruleResult.js'
import { type SilenceCohort, silenceCohorts } from './silenceCohorts.js'

/** Options of {@link detectSilenceRise}. */
export interface DetectSilenceRiseOptions extends DetectorOptions {
  /** Last cohorts that are judged together; default 1. */
  readonly pool?: 1 | 2 | undefined
  /** Smallest rise, in shares; default 0.05. */
  readonly minimumDifference?: number | undefined
  /** Assessed prospects that both sides need; default 30. */
  readonly minimumSample?: number | undefined
  /** Rise that makes a shown one critical, in shares; default 0.05. */
  readonly criticalEffect?: number | undefined
}

const optionNames = [
  'asOf',
  'looksPerYear',
  'falseAlarmsPerYear',
  'alpha',
  'pool',
  'minimumDifference',
  'minimumSample',
  'criticalEffect',
]

/** Cohorts that the baseline needs. */
const minimumCohorts = 2

/** Cohorts from which on a trend is given beside. */
const trendCohorts = 4

/**
 * Detects that more prospects stop answering: the last cohorts against all earlier ones together.
 *
 * Fires when the share is up by the minimum and the one-sided mid-p is below the level. Pass 3 to 12 earlier cohorts, all
 * judged at one fixed age.
 * Linear in the cohorts.
 *
 * @param cohorts - silent and assessed prospects by cohort in order, or the tally of `countProspects`
 * @param options - day of the verdict, cohorts to pool, minima, level
 * @returns the verdict with shares, difference, its interval and p; `not_enough_data` names what is missing
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more are silent than assessed
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_OPTION, INVALID_DAY, INVALID_PERIOD, INVALID_INPUT
 * @example
 * ```ts
 * import { detectSilenceRise } from 'retention-okr/signals'
 *
 * const cohorts = [12, 14, 11, 30].map((silent, index) => ({ cohort: `2025-0${index + 1}`, silent, assessed: 120 }))
 * const signal = detectSilenceRise(cohorts, { asOf: '2025-06-01' })
 * signal.status // => 'signal'
 * signal.evidence?.['baselineRate'] // ≈ 0.1028
 * signal.evidence?.['rate'] // => 0.25
 * ```
 * @see Lancaster 1961, Significance tests in discrete distributions
 * @since 0.1.0
 */
export function detectSilenceRise(
  cohorts: readonly SilenceCohort[] | Tally<ProspectCounts>,
  options: DetectSilenceRiseOptions,
): SignalResult {
  assertKnownOptions(options, optionNames)
  const { asOf, pool = 1, minimumDifference = 0.05, minimumSample = 30, criticalEffect = 0.05 } = options
  assertAsOf(asOf)
  if (pool !== 1 && pool !== 2) fail('INVALID_OPTION', 'options.pool', 'must be 1 or 2', pool)
  assertSize(minimumDifference, 'options.minimumDifference')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  assertInteger(minimumSample, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumSample')
  const { alpha, ...cadence } = comparisonLevel(options)
  const read = silenceCohorts(cohorts, asOf)
  const first = Math.max(0, read.cohorts.length - pool)
  const [now, before] = [pooled(read.cohorts.slice(first)), pooled(read.cohorts.slice(0, first))]
  const base = {
    detector: 'detectSilenceRise',
    subject: 'silent-prospect-rate',
    comparisons: 1,
    ...(read.incomplete === 0 ? {} : { excluded: { incomplete: read.incomplete } }),
    asOf,
    definition: { pool, minimumDifference, minimumSample, criticalEffect, ...cadence, alpha },
  }
  const sizes = { sampleSize: now.trials, baselineSampleSize: before.trials }
  const missing = [
    { what: 'baseline-cohorts', needed: minimumCohorts, found: first },
    { what: 'recent-assessed', needed: minimumSample, found: now.trials },
    { what: 'baseline-assessed', needed: minimumSample, found: before.trials },
  ].filter(({ needed, found }) => found < needed)
  if (missing.length > 0) return ruleResult({ ...base, state: 'insufficient_data', missing, evidence: sizes })

  const compared = compareShares(now, before, 'up')
  const fires = reaches(compared.difference, minimumDifference) && compared.midP < alpha
  const confirmed = reaches(compared.lower, criticalEffect)
  const evidence = {
    ...compared,
    decidedBy: 'mid-p',
    threshold: alpha,
    confirmed,
    ...sizes,
    ...(read.cohorts.length < trendCohorts ? {} : { trendPValue: trendOf(read.cohorts) }),
  }
  const finding: Finding = {
    code: 'sales.silence_rise',
    severity: confirmed ? 'critical' : 'warning',
    subject: base.subject,
    since: read.starts[first] ?? null,
    evidence,
    method: 'mid-p',
    params: { direction: 'up' },
  }
  const design = { baseline: compared.baselineRate, baselineTrials: before.trials, currentTrials: now.trials }
  const detectable = detectableOf(detectableDifference(design, { alpha }), 'ratio')
  return ruleResult({
    ...base,
    state: fires ? 'fires' : 'quiet',
    findings: fires ? [finding] : [],
    evidence,
    detectable,
  })
}

function pooled(cohorts: readonly SilenceCohort[]): { successes: number; trials: number } {
  return {
    successes: cohorts.reduce((sum, { silent }) => sum + silent, 0),
    trials: cohorts.reduce((sum, { assessed }) => sum + assessed, 0),
  }
}

function trendOf(cohorts: readonly SilenceCohort[]): number {
  const { pAdjusted } = cochranArmitageTest(
    cohorts.map(({ silent, assessed }) => ({ successes: silent, trials: assessed })),
  )
  return pAdjusted
}
