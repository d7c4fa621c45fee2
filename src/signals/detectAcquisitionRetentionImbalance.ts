import { dayNumber } from '../calendar/dayNumber.js'
import type { Finding } from '../finding.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertCount, assertInteger, assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { detectableDifference } from '../statistics/detectableDifference.js'
import { fisherExactTest } from '../statistics/fisherExactTest.js'
import { logRankTest } from '../statistics/logRankTest.js'
import type { Observation, Proportion } from '../statistics/model.js'
import { newcombeInterval } from '../statistics/newcombeInterval.js'
import { poissonRateRatio } from '../statistics/poissonRateRatio.js'
import { assertAsOf } from './assertAsOf.js'
import { assertBounds } from './assertBounds.js'
import { assertSegment } from './assertSegment.js'
import { assertSize } from './assertSize.js'
import { detectableOf } from './declineResult.js'
import { looksByLength } from './looksByLength.js'
import type { DetectorOptions, SeriesPeriod, SignalResult, UnmetMinimum } from './model.js'
import { reaches } from './reaches.js'
import { readLevels } from './readLevels.js'

/** Customers of one period. */
export interface FlowPeriod extends SeriesPeriod {
  /** Customers at its start. */
  opening: number
  /** How many of those left within it. */
  lost: number
  /** New customers. */
  won: number
}

/** How long the customers of two cohorts stayed. */
export interface FlowCohorts {
  /** Customers won lately. */
  newer: readonly Observation[]
  /** Customers won before. */
  older: readonly Observation[]
}

/** Customers won and lost over equal periods. */
export interface CustomerFlows {
  /** Periods in order, without holes and without missing ones. */
  periods: readonly FlowPeriod[]
  /** Durations of newer and older customers. */
  cohorts?: FlowCohorts | undefined
  /** The segment that was counted; absent for the whole. */
  segment?: { readonly [name: string]: string } | undefined
}

/** Options of {@link detectAcquisitionRetentionImbalance}. */
export interface DetectAcquisitionRetentionImbalanceOptions extends DetectorOptions {
  /** Last complete periods, from 1; default 3. */
  readonly recentPeriods?: number | undefined
  /** Periods before them, from 1; default 6. */
  readonly baselinePeriods?: number | undefined
  /** Loss of volume that still counts as holding, as a share in [0, 1); default 0.20. */
  readonly volumeMargin?: number | undefined
  /** Rise of the churn rate worth a finding, as a share of the rate before; default 0.10. */
  readonly minimumRelativeRise?: number | undefined
  /** Difference of the churn rates that makes a finding critical; default 0.02. */
  readonly criticalEffect?: number | undefined
}

const holdsLevel = 0.05
const minimumOfEach = 5
const criticalReplacement = 1.25
const largestMargin = 1

/**
 * Finds whether new customers hide a leak: retention worse while acquisition holds.
 *
 * Both halves must be shown: lost of opening, recent against baseline, by a one-sided mid-p at the level of the cadence
 * and a rise of `minimumRelativeRise`; new customers not down by more than `volumeMargin` by the conditional Poisson test
 * at 0.05. Retention worse with acquisition neither shown to hold nor to be down is `cannot_tell`. Apart from that a base
 * whose losses exceed its wins, and newer cohorts that leave sooner (log-rank), are findings of their own.
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
  const settings = readSettings(options, looks)
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
  const retention = judgeRetention(recent, before, settings)
  const acquisition = judgeAcquisition(recent.won, before.won, settings)
  const replacement = poissonRateRatio(
    { first: { count: recent.lost, exposure: 1 }, second: { count: recent.won, exposure: 1 } },
    { level: Math.max(Number.EPSILON, 1 - 2 * windowLevel) },
  )
  const cohorts = flows.cohorts === undefined ? null : judgeCohorts(flows.cohorts, windowLevel)
  const tested = cohorts !== null && cohorts.pValue !== null
  const evidence = {
    ...retention.evidence,
    ...acquisition.evidence,
    // On one level: below the threshold exactly when both halves are below theirs.
    pValue: Math.min(1, Math.max(retention.pValue, (acquisition.pValue * windowLevel) / holdsLevel)),
    decidedBy: 'intersection-union',
    threshold: windowLevel,
    replacementShare: replacement.ratio,
    replacementLower: replacement.lower,
    replacementUpper: replacement.upper,
    sampleSize: recent.opening,
    baselineSampleSize: before.opening,
    ...(tested ? { cohortPValue: cohorts.pValue } : {}),
  }
  const since = (periods[periods.length - recentPeriods] as FlowPeriod).start
  const found: Omit<Finding, 'subject'>[] = []
  if (retention.worse && acquisition.holds) {
    found.push({
      code: 'retention.acquisition_imbalance',
      severity: retention.confirmed ? 'critical' : 'warning',
      since,
      evidence,
      method: 'intersection-union',
      params: { direction: 'up' },
    })
  }
  if (replacement.lower !== null && replacement.lower > 1) {
    found.push({
      code: 'retention.base_shrinking',
      severity: reaches(replacement.lower, criticalReplacement) ? 'critical' : 'warning',
      since,
      evidence: {
        effect: replacement.ratio,
        effectUnit: 'factor',
        lower: replacement.lower,
        upper: replacement.upper,
        level: replacement.level,
      },
      method: 'poisson-conditional',
      params: { direction: 'down' },
    })
  }
  if (cohorts !== null && cohorts.finding !== null) found.push(cohorts.finding)
  const verdict = {
    ...base,
    findings: bySeverity(found).map(
      ({ code, severity, ...rest }): Finding => ({
        code,
        severity,
        subject: base.subject,
        ...segment,
        ...rest,
      }),
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

interface Settings {
  looksPerYear: number
  falseAlarmsPerYear: number
  windowLevel: number
  recentPeriods: number
  baselinePeriods: number
  volumeMargin: number
  minimumRelativeRise: number
  criticalEffect: number
}

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

function readSettings(options: DetectAcquisitionRetentionImbalanceOptions, looks: number): Settings {
  const { looksPerYear, falseAlarmsPerYear, windowLevel } = readLevels(options, looks)
  const { recentPeriods = 3, baselinePeriods = 6, volumeMargin = 0.2 } = options
  const { minimumRelativeRise = 0.1, criticalEffect = 0.02 } = options
  const countless = Number.MAX_SAFE_INTEGER
  assertInteger(recentPeriods, { minimum: 1, maximum: countless }, 'options.recentPeriods')
  assertInteger(baselinePeriods, { minimum: 1, maximum: countless }, 'options.baselinePeriods')
  if (!(volumeMargin >= 0 && volumeMargin < largestMargin)) {
    fail('INVALID_OPTION', 'options.volumeMargin', 'must be from 0 to below 1', volumeMargin)
  }
  assertSize(minimumRelativeRise, 'options.minimumRelativeRise')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  return {
    looksPerYear,
    falseAlarmsPerYear,
    windowLevel,
    recentPeriods,
    baselinePeriods,
    volumeMargin,
    minimumRelativeRise,
    criticalEffect,
  }
}

interface ReadFlows {
  /** Complete periods. */
  periods: readonly FlowPeriod[]
  /** How many had not ended. */
  incomplete: number
  /** Looks a year by the length of the complete ones. */
  looks: number
}

function readFlows(flows: CustomerFlows, asOf: Day): ReadFlows {
  assertPlain(flows, 'flows')
  assertSegment(flows.segment, 'flows.segment')
  assertArray(flows.periods, 'flows.periods')
  let previousEnd: Day | undefined
  flows.periods.forEach((period, index) => {
    const path = `flows.periods[${index}]`
    assertPlain(period, path)
    assertBounds(period, previousEnd, path)
    previousEnd = period.end
    assertCount(period.opening, `${path}.opening`)
    assertCount(period.lost, `${path}.lost`)
    assertCount(period.won, `${path}.won`)
    if (period.lost > period.opening) {
      fail('COUNT_EXCEEDS_BASE', `${path}.lost`, 'must not exceed the opening customers', period.lost)
    }
  })
  const periods = flows.periods.filter(({ end }) => end <= asOf)
  return {
    periods,
    incomplete: flows.periods.length - periods.length,
    looks: looksByLength(periods.map(({ start, end }) => dayNumber(end) - dayNumber(start))),
  }
}

interface Flow {
  opening: number
  lost: number
  won: number
  periods: number
}

function sumOf(periods: readonly FlowPeriod[]): Flow {
  const sum = (name: 'opening' | 'lost' | 'won') => periods.reduce((total, period) => total + period[name], 0)
  return { opening: sum('opening'), lost: sum('lost'), won: sum('won'), periods: periods.length }
}

function unmetMinima(found: number, needed: number, recent: Flow, before: Flow): UnmetMinimum[] {
  if (found < needed) return [{ what: 'periods', needed, found }]
  return [
    { what: 'recent-lost', needed: minimumOfEach, found: recent.lost },
    { what: 'recent-kept', needed: minimumOfEach, found: recent.opening - recent.lost },
    { what: 'baseline-lost', needed: minimumOfEach, found: before.lost },
    { what: 'baseline-kept', needed: minimumOfEach, found: before.opening - before.lost },
    { what: 'baseline-won', needed: minimumOfEach, found: before.won },
  ].filter((minimum) => minimum.found < minimum.needed)
}

function judgeRetention(recent: Flow, before: Flow, settings: Settings) {
  const first: Proportion = { successes: recent.lost, trials: recent.opening }
  const second: Proportion = { successes: before.lost, trials: before.opening }
  const pValue = fisherExactTest({ first, second }).midPGreater
  const { difference, lower, upper } = newcombeInterval({ first, second })
  const [from, to] = [before.lost / before.opening, recent.lost / recent.opening]
  return {
    pValue,
    worse: pValue < settings.windowLevel && reaches(to - from, settings.minimumRelativeRise * from),
    confirmed: reaches(lower ?? 0, settings.criticalEffect),
    evidence: {
      firstEffect: difference,
      firstLower: lower,
      firstUpper: upper,
      firstFrom: from,
      firstTo: to,
      firstPValue: pValue,
      firstThreshold: settings.windowLevel,
    },
  }
}

function judgeAcquisition(recent: number, before: number, settings: Settings) {
  const samples = {
    first: { count: recent, exposure: settings.recentPeriods },
    second: { count: before, exposure: settings.baselinePeriods },
  }
  const { ratio, lower, upper, midPLess } = poissonRateRatio(samples, { level: 0.9 })
  const pValue = poissonRateRatio(samples, { ratio0: 1 - settings.volumeMargin }).midPGreater
  return {
    pValue,
    holds: pValue < holdsLevel,
    down: midPLess < holdsLevel,
    evidence: {
      secondEffect: ratio,
      secondLower: lower,
      secondUpper: upper,
      secondPValue: pValue,
      secondThreshold: holdsLevel,
    },
  }
}

interface JudgedCohorts {
  /** Null with too few events. */
  pValue: number | null
  finding: Omit<Finding, 'subject'> | null
}

function judgeCohorts({ newer, older }: FlowCohorts, windowLevel: number): JudgedCohorts {
  const { observed, expected, p } = logRankTest([newer, older])
  if (observed.some((events) => events < minimumOfEach)) return { pValue: null, finding: null }
  const [events, usual] = [observed[0] as number, expected[0] as number]
  const pValue = events > usual ? p / 2 : 1 - p / 2
  if (pValue >= windowLevel) return { pValue, finding: null }
  return {
    pValue,
    finding: {
      code: 'retention.new_cohorts_leave_sooner',
      severity: 'warning',
      since: null,
      evidence: {
        effect: events / usual,
        effectUnit: 'factor',
        pValue,
        decidedBy: 'log-rank',
        threshold: windowLevel,
        sampleSize: newer.length,
        baselineSampleSize: older.length,
      },
      method: 'log-rank',
      params: { direction: 'up' },
    },
  }
}

/** Critical ones first; within it in the order of the codes, in which they were found. */
function bySeverity<T extends Pick<Finding, 'severity'>>(findings: readonly T[]): T[] {
  return [
    ...findings.filter(({ severity }) => severity === 'critical'),
    ...findings.filter(({ severity }) => severity !== 'critical'),
  ]
}
