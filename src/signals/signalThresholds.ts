import { assertInteger, assertKnownOptions } from '../internal/guards.js'
import { exponentialAverageLimit } from '../statistics/exponentialAverageLimit.js'
import { assertOpenShare } from './assertOpenShare.js'

/** Options of {@link signalThresholds}. */
export interface SignalThresholdsOptions {
  /** Looks a year, from 1; default 12. */
  readonly looksPerYear?: number | undefined
  /** Accepted false alarms a year and series, in (0, 1); default 0.10. */
  readonly falseAlarmsPerYear?: number | undefined
  /** Periods of the baseline of a monitored series, from 1; default 12. */
  readonly baselinePeriods?: number | undefined
}

/** Levels that keep the false alarms of a year at what was accepted. */
export interface SignalThresholds {
  /** Level of one independent look a period. */
  lookLevel: number
  /** One-sided level of a comparison of two windows; 0.05 at most. */
  windowLevel: number
  /** Two-sided level of a trend test on all data to date; 0.10 at most. */
  trendLevel: number
  /** Limit of a monitored score; null when the accepted false alarms lie outside 0.05..0.20. */
  monitorLimit: number | null
}

/**
 * Derives the thresholds of all detectors from how often one looks and how many false alarms one accepts.
 *
 * `lookLevel = 1 − (1 − F)^(1/looks)`; `windowLevel = min(0.05, lookLevel)`; `trendLevel = F/2` up to 12 looks a year,
 * `F/4` above, 0.10 at most; the monitor's limit comes from a simulated table. A test at 0.05 repeated each month on a
 * stable process fires in 34-48 % of the years; at these levels in 8-10 %.
 *
 * @param options - looks a year, accepted false alarms a year, length of the baseline
 * @returns levels in 0..1 and the limit in standard deviations
 * @throws {@link RetentionOkrError} INVALID_OPTION for looks below 1, false alarms outside (0, 1)
 * @example
 * ```ts
 * import { signalThresholds } from 'retention-okr/signals'
 *
 * const { lookLevel, trendLevel, monitorLimit } = signalThresholds({ looksPerYear: 12, falseAlarmsPerYear: 0.1 })
 * lookLevel // ≈ 0.00874161
 * trendLevel // => 0.05
 * monitorLimit // ≈ 2.05
 * ```
 * @see Šidák 1967, Rectangular confidence regions; Lucas and Saccucci 1990, Exponentially weighted moving average
 * control schemes
 * @since 0.1.0
 */
export function signalThresholds(options: SignalThresholdsOptions = {}): SignalThresholds {
  assertKnownOptions(options, ['looksPerYear', 'falseAlarmsPerYear', 'baselinePeriods'])
  const { looksPerYear = 12, falseAlarmsPerYear = 0.1, baselinePeriods = 12 } = options
  assertInteger(looksPerYear, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.looksPerYear')
  assertInteger(baselinePeriods, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.baselinePeriods')
  assertOpenShare(falseAlarmsPerYear, 'options.falseAlarmsPerYear')
  // 1 - (1 - F)^(1/n) without losing the digits of a small F.
  const lookLevel = -Math.expm1(Math.log1p(-falseAlarmsPerYear) / looksPerYear)
  const covered = falseAlarmsPerYear >= 0.05 && falseAlarmsPerYear <= 0.2
  return {
    lookLevel,
    windowLevel: Math.min(0.05, lookLevel),
    trendLevel: Math.min(0.1, falseAlarmsPerYear / (looksPerYear <= 12 ? 2 : 4)),
    monitorLimit: covered
      ? exponentialAverageLimit({ looks: looksPerYear, baselinePeriods, falseAlarmProbability: falseAlarmsPerYear })
      : null,
  }
}
