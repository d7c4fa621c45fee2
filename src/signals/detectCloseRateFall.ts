import type { Finding } from '../finding.js'
import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../internal/guards.js'
import type { JsonObject } from '../measurement.js'
import type { OpportunityCounts } from '../metrics/sales/model.js'
import { detectableDifference } from '../statistics/detectableDifference.js'
import type { Tally } from '../tally/model.js'
import { assertAsOf } from './assertAsOf.js'
import { assertSize } from './assertSize.js'
import { assertBaselineChoice, type BaselineChoice, baselineLags } from './closeRateBaseline.js'
import { type CloseRatePeriod, closeRatePeriods } from './closeRatePeriods.js'
import { compareShares } from './compareShares.js'
import { type ComparisonLevel, comparisonLevel } from './comparisonLevel.js'
import { detectableOf } from './declineResult.js'
import { judgeVolume, type VolumeRule } from './judgeVolume.js'
import type { DetectorOptions, SignalResult, SignalState } from './model.js'
import { reaches } from './reaches.js'
import { ruleResult } from './ruleResult.js'
import { standardisedDrop } from './standardisedDrop.js'

/** Options of {@link detectCloseRateFall}. */
export interface DetectCloseRateFallOptions extends DetectorOptions {
  /** Last periods that are judged together, from 1; default 1. */
  readonly recentPeriods?: number | undefined
  /** Lags counted back from the first recent period, one cycle before, or the three before; default the cycle, if any. */
  readonly baseline?: 'auto' | 'same_phase' | 'trailing' | readonly number[] | undefined
  /** Periods of a cycle that repeats, e.g. 3 months of a quarter; default null: none. */
  readonly cycle?: number | null | undefined
  /** Smallest fall, in shares; default 0.03. */
  readonly minimumDrop?: number | undefined
  /** Smallest fall, as a share of the rate before; default 0.10. */
  readonly minimumRelativeDrop?: number | undefined
  /** Closed deals that both sides need; default 30. */
  readonly minimumSample?: number | undefined
  /** How it is shown that volume held; default `'bound'`: the lower 90 % bound of its ratio. */
  readonly volumeRule?: 'bound' | 'ratio' | undefined
  /** Loss of volume that counts as none, in [0, 1); default 0.20. */
  readonly volumeMargin?: number | undefined
  /** Change of volume that is no change of its own; default 0.15. */
  readonly volumeTolerance?: number | undefined
  /** Fall that makes a shown one critical, in shares; default 0.05. */
  readonly criticalEffect?: number | undefined
}

const optionNames = [
  'asOf',
  'looksPerYear',
  'falseAlarmsPerYear',
  'alpha',
  'recentPeriods',
  'baseline',
  'cycle',
  'minimumDrop',
  'minimumRelativeDrop',
  'minimumSample',
  'volumeRule',
  'volumeMargin',
  'volumeTolerance',
  'criticalEffect',
]

const codes: Partial<Record<SignalState, string>> = {
  fires: 'sales.close_rate_fall',
  dilution: 'sales.close_rate_dilution',
  slowdown: 'sales.close_rate_slowdown',
  mix_shift: 'sales.close_rate_mix_shift',
}

/**
 * Detects that fewer deals are won while as many come in: the close rate fell, and not because of volume or mix.
 *
 * Falls when the pooled rate is down by both minima and the one-sided mid-p is below the level. `fires` when volume is
 * shown to hold; else `dilution` (more came in), `slowdown` (less came in), `cannot_tell`, or `mix_shift` when the fall
 * is more than half gone at an unchanged mix of segments. Prefer three recent periods against six unless one period
 * decides many hundreds of deals.
 * Linear in the periods.
 *
 * @param periods - won, lost and volume by period in order, or the tally of `countOpportunities` (volume = created)
 * @param options - day of the verdict, windows, minima, volume rule, level
 * @returns the verdict with rates, drop, its interval, p and volumes; `not_enough_data` names what is missing
 * @throws {@link RetentionOkrError} INVALID_COUNT also for fractional volumes by the rule `bound`
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_DAY, INVALID_PERIOD, INVALID_INPUT
 * @example
 * ```ts
 * import { detectCloseRateFall } from 'retention-okr/signals'
 *
 * const periods = [45, 44, 46, 30].map((won, index) => ({ period: `2025-0${index + 1}`, won, lost: 100 - won, volume: 100 }))
 * const signal = detectCloseRateFall(periods, { asOf: '2025-05-01' })
 * signal.state // => 'fires'
 * signal.findings[0]?.severity // => 'warning'
 * signal.evidence?.['midP'] // ≈ 0.00402825
 * ```
 * @see Lancaster 1961, Significance tests in discrete distributions; Newcombe 1998, Interval estimation for the
 * difference between independent proportions
 * @since 0.1.0
 */
export function detectCloseRateFall(
  periods: readonly CloseRatePeriod[] | Tally<OpportunityCounts>,
  options: DetectCloseRateFallOptions,
): SignalResult {
  const settings = readSettings(options)
  const { asOf, recentPeriods, minimumSample, alpha } = settings
  const read = closeRatePeriods(periods, asOf, settings.volumeRule === 'bound')
  const lags = baselineLags(settings, read.periods.length)
  const first = read.periods.length - recentPeriods
  const base = {
    detector: 'detectCloseRateFall',
    subject: 'close-rate',
    comparisons: 1,
    ...(read.incomplete === 0 ? {} : { excluded: { incomplete: read.incomplete } }),
    asOf,
    definition: definitionOf(settings, lags),
  }
  const needed = recentPeriods + lags.reduce((largest, lag) => Math.max(largest, lag), 0)
  if (read.periods.length < needed) {
    const missing = [{ what: 'periods', needed, found: read.periods.length }]
    return ruleResult({ ...base, state: 'insufficient_data', missing })
  }
  const recent = read.periods.slice(first)
  const baseline = lags.map((lag) => read.periods[first - lag] as CloseRatePeriod)
  const [now, before] = [pooled(recent), pooled(baseline)]
  const missing = [
    { what: 'recent-closed', needed: minimumSample, found: now.trials },
    { what: 'baseline-closed', needed: minimumSample, found: before.trials },
  ].filter(({ needed: least, found }) => found < least)
  const sizes = { sampleSize: now.trials, baselineSampleSize: before.trials }
  if (missing.length > 0) return ruleResult({ ...base, state: 'insufficient_data', missing, evidence: sizes })

  const { difference: drop, ...compared } = compareShares(now, before, 'down')
  const volumes = { recent: recent.map(({ volume }) => volume), baseline: baseline.map(({ volume }) => volume) }
  const { state: volumeState, ...volume } = judgeVolume(volumes, settings)
  const standardised = standardisedDrop(recent, baseline)
  const relativeDrop = compared.baselineRate === 0 ? null : drop / compared.baselineRate
  const falls =
    reaches(drop, settings.minimumDrop) &&
    relativeDrop !== null &&
    reaches(relativeDrop, settings.minimumRelativeDrop) &&
    compared.midP < alpha
  if (falls && volumeState === 'insufficient_data') {
    const none = [{ what: 'baseline-volume', needed: 1, found: 0 }]
    return ruleResult({ ...base, state: volumeState, missing: none, evidence: sizes })
  }
  const isMix = standardised !== undefined && !reaches(standardised, drop / 2)
  const state = !falls ? 'quiet' : isMix ? 'mix_shift' : volumeState
  const confirmed = reaches(compared.lower, settings.criticalEffect)
  const evidence = {
    ...compared,
    drop,
    relativeDrop,
    decidedBy: 'mid-p',
    threshold: alpha,
    confirmed,
    ...volume,
    ...sizes,
    ...(standardised === undefined ? {} : { standardisedDrop: standardised }),
  }
  const code = codes[state]
  const finding: Finding[] =
    code === undefined
      ? []
      : [
          {
            code,
            severity: state !== 'fires' ? 'info' : confirmed ? 'critical' : 'warning',
            subject: 'close-rate',
            since: read.starts[first] ?? null,
            evidence,
            method: 'mid-p',
            params: { direction: 'down' },
          },
        ]
  const design = { baseline: compared.baselineRate, baselineTrials: before.trials, currentTrials: now.trials }
  const detectable = detectableOf(detectableDifference(design, { alpha }), 'ratio')
  return ruleResult({ ...base, state, findings: finding, evidence, detectable })
}

function pooled(periods: readonly CloseRatePeriod[]): { successes: number; trials: number } {
  const won = periods.reduce((sum, period) => sum + period.won, 0)
  return { successes: won, trials: periods.reduce((sum, period) => sum + period.lost, won) }
}

interface Settings extends BaselineChoice, VolumeRule, ComparisonLevel {
  asOf: string
  minimumDrop: number
  minimumRelativeDrop: number
  minimumSample: number
  criticalEffect: number
}

function readSettings(options: DetectCloseRateFallOptions): Settings {
  assertKnownOptions(options, optionNames)
  const { asOf, recentPeriods = 1, baseline = 'auto', cycle = null } = options
  const { minimumDrop = 0.03, minimumRelativeDrop = 0.1, minimumSample = 30, criticalEffect = 0.05 } = options
  const { volumeRule = 'bound', volumeMargin = 0.2, volumeTolerance = 0.15 } = options
  assertAsOf(asOf)
  assertBaselineChoice({ recentPeriods, baseline, cycle })
  assertSize(minimumDrop, 'options.minimumDrop')
  assertSize(minimumRelativeDrop, 'options.minimumRelativeDrop')
  assertSize(volumeTolerance, 'options.volumeTolerance')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  assertInteger(minimumSample, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumSample')
  assertOneOf(volumeRule, ['bound', 'ratio'], 'options.volumeRule')
  if (typeof volumeMargin !== 'number' || !(volumeMargin >= 0 && volumeMargin < 1)) {
    fail('INVALID_OPTION', 'options.volumeMargin', 'must be from 0 and below 1', volumeMargin)
  }
  const windows = { asOf, recentPeriods, baseline, cycle }
  const minima = { minimumDrop, minimumRelativeDrop, minimumSample, criticalEffect }
  return { ...windows, ...minima, volumeRule, volumeMargin, volumeTolerance, ...comparisonLevel(options) }
}

function definitionOf(settings: Settings, lags: readonly number[]): JsonObject {
  const { asOf: _, baseline, ...rest } = settings
  return { ...rest, baseline: typeof baseline === 'string' ? baseline : [...baseline], lags: [...lags] }
}
