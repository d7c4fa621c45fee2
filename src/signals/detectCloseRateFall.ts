import type { Finding } from '../finding.js'
import type { Day, JsonObject } from '../measurement.js'
import type { OpportunityCounts } from '../metrics/sales/model.js'
import type { Proportion } from '../statistics/model.js'
import type { Tally } from '../tally/model.js'
import { baselineLags } from './closeRateBaseline.js'
import { type CloseRatePeriod, closeRatePeriods } from './closeRatePeriods.js'
import { type CloseRateVerdict, judgeCloseRate } from './judgeCloseRate.js'
import type { SignalResult, SignalState } from './model.js'
import {
  type CloseRateSettings,
  type DetectCloseRateFallOptions,
  readCloseRateSettings,
} from './readCloseRateSettings.js'
import { ruleResult } from './ruleResult.js'

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
  const settings = readCloseRateSettings(options)
  const { asOf, recentPeriods, minimumSample } = settings
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

  const verdict = judgeCloseRate({ recent, baseline, now, before }, settings)
  const { state, evidence, detectable } = verdict
  if (state === 'insufficient_data') {
    const none = [{ what: 'baseline-volume', needed: 1, found: 0 }]
    return ruleResult({ ...base, state, missing: none, evidence: sizes })
  }
  return ruleResult({ ...base, state, findings: findingsOf(verdict, read.starts[first]), evidence, detectable })
}

function pooled(periods: readonly CloseRatePeriod[]): Proportion {
  const won = periods.reduce((sum, period) => sum + period.won, 0)
  return { successes: won, trials: periods.reduce((sum, period) => sum + period.lost, won) }
}

function findingsOf({ state, confirmed, evidence }: CloseRateVerdict, since: Day | undefined): Finding[] {
  const code = codes[state]
  if (code === undefined) return []
  return [
    {
      code,
      severity: state !== 'fires' ? 'info' : confirmed ? 'critical' : 'warning',
      subject: 'close-rate',
      since: since ?? null,
      evidence,
      method: 'mid-p',
      params: { direction: 'down' },
    },
  ]
}

function definitionOf(settings: CloseRateSettings, lags: readonly number[]): JsonObject {
  const { asOf: _, baseline, ...rest } = settings
  return { ...rest, baseline: typeof baseline === 'string' ? baseline : [...baseline], lags: [...lags] }
}
