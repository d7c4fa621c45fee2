import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions, assertLevel, assertOneOf } from '../internal/guards.js'
import { assertAsOf } from './assertAsOf.js'
import { assertOpenShare } from './assertOpenShare.js'
import { assertSize } from './assertSize.js'
import type { DeclineSettings } from './declineSettings.js'
import { judgeMonitor } from './judgeMonitor.js'
import { judgeTrend } from './judgeTrend.js'
import type { DetectorOptions, MetricSeries, SignalResult } from './model.js'
import { readSeries } from './readSeries.js'
import { signalThresholds } from './signalThresholds.js'

/** Options of {@link detectSustainedDecline}. */
export interface DetectSustainedDeclineOptions extends DetectorOptions {
  /** One test of the whole series, or every new period against a baseline; default `trend`. */
  readonly method?: 'trend' | 'monitor' | undefined
  /** Periods at the start that are the baseline of the monitor, from 1; default 12. */
  readonly baselinePeriods?: number | undefined
  /** Observed periods that a trend needs, from 4; default 6. */
  readonly minimumPeriods?: number | undefined
  /** Smallest change worth a finding, as a share of the level before (points: in points); default 0.02 (2). */
  readonly minimumChange?: number | undefined
  /** Change that makes a shown decline critical, as a share of the level before (points: in points); default 0.10 (10). */
  readonly criticalEffect?: number | undefined
  /** Two-sided confidence of the intervals; default 0.95. */
  readonly level?: number | undefined
  /** Quiet looks in a row that clear an alarm of the monitor; default 2. */
  readonly clearAfter?: number | undefined
}

/**
 * Finds whether a metric drifts the wrong way.
 *
 * `trend` tests all periods at once: Cochran-Armitage for shares and a Poisson trend for rates, both adjusted for
 * dispersion, Mann-Kendall (exact below 8 values, corrected for autocorrelation from there) for values, Mann-Kendall
 * within seasons when two cycles of a declared season are there. It fires when p is below the level, the slope and the
 * change are unfavourable and the change reaches `minimumChange`. `monitor` watches an exponential average of weight
 * 0.2 against a baseline. Either is at worst quadratic in the number of periods.
 *
 * @param series - one metric over equal periods, missing ones as null
 * @param options - day of the verdict, method, thresholds
 * @returns verdict with effect, interval, p or score, and since when; `not_enough_data` names every unmet minimum,
 * `no_signal` says what would have been found
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option that is unknown or out of range, INVALID_DAY for asOf
 * @throws {@link RetentionOkrError} INVALID_PERIOD for periods with holes or overlaps, INVALID_COUNT, INVALID_NUMBER,
 * COUNT_EXCEEDS_BASE for figures that are none, TOO_LARGE above 5,000 periods
 * @example
 * ```ts
 * import { detectSustainedDecline } from 'retention-okr/signals'
 *
 * const starts = ['01', '02', '03', '04', '05', '06', '07'].map((month) => `2026-${month}-01`)
 * const satisfaction = [96, 95, 94, 93, 92, 91]
 * const periods = satisfaction.map((value, index) => ({
 *   start: starts[index] ?? '',
 *   end: starts[index + 1] ?? '',
 *   value,
 * }))
 * const result = detectSustainedDecline({ metric: 'csat', better: 'up', kind: 'value', periods }, { asOf: '2026-07-01' })
 * result.status // => 'signal'
 * result.findings[0]?.code // => 'trend.sustained_decline'
 * result.evidence?.['effect'] // => -1
 * ```
 * @see Kendall 1975, Rank correlation methods; Armitage 1955, Tests for linear trends in proportions and frequencies;
 * Roberts 1959, Control chart tests based on geometric moving averages
 * @since 0.1.0
 */
export function detectSustainedDecline(series: MetricSeries, options: DetectSustainedDeclineOptions): SignalResult {
  assertKnownOptions(options, optionNames)
  const { asOf, method = 'trend', level = 0.95 } = options
  assertAsOf(asOf)
  assertOneOf(method, ['trend', 'monitor'], 'options.method')
  assertLevel(level)
  const read = readSeries(series, asOf, 'series')
  const settings = readSettings(options, series.unit === 'points', read.looksPerYear)
  return method === 'trend' ? judgeTrend(read, settings) : judgeMonitor(read, settings)
}

const optionNames = [
  'asOf',
  'looksPerYear',
  'falseAlarmsPerYear',
  'alpha',
  'method',
  'baselinePeriods',
  'minimumPeriods',
  'minimumChange',
  'criticalEffect',
  'level',
  'clearAfter',
]

function readSettings(options: DetectSustainedDeclineOptions, points: boolean, looks: number): DeclineSettings {
  const { method = 'trend', looksPerYear = looks, falseAlarmsPerYear = 0.1, level = 0.95 } = options
  const { baselinePeriods = 12, minimumPeriods = 6, clearAfter = 2 } = options
  const { minimumChange = points ? 2 : 0.02, criticalEffect = points ? 10 : 0.1 } = options
  const countless = Number.MAX_SAFE_INTEGER
  assertInteger(baselinePeriods, { minimum: 1, maximum: countless }, 'options.baselinePeriods')
  assertInteger(minimumPeriods, { minimum: 4, maximum: countless }, 'options.minimumPeriods')
  assertInteger(clearAfter, { minimum: 1, maximum: countless }, 'options.clearAfter')
  assertSize(minimumChange, 'options.minimumChange')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  if (options.alpha !== undefined) assertOpenShare(options.alpha, 'options.alpha')
  const thresholds = signalThresholds({ looksPerYear, falseAlarmsPerYear })
  if (method === 'monitor' && thresholds.monitorLimit === null) {
    fail(
      'INVALID_OPTION',
      'options.falseAlarmsPerYear',
      'must be from 0.05 to 0.20 for the monitor',
      falseAlarmsPerYear,
    )
  }
  return {
    asOf: options.asOf,
    method,
    looksPerYear,
    falseAlarmsPerYear,
    trendLevel: options.alpha ?? thresholds.trendLevel,
    baselinePeriods,
    minimumPeriods,
    minimumChange,
    criticalEffect,
    level,
    clearAfter,
  }
}
