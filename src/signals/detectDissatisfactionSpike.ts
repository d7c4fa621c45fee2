import { fail } from '../internal/fail.js'
import { assertKnownOptions } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { assertAsOf } from './assertAsOf.js'
import { judgeSpike } from './judgeSpike.js'
import type { DetectorOptions, MetricSeries, SignalResult } from './model.js'
import { readSeries } from './readSeries.js'
import { readSpikeSettings, spikeOptionNames } from './readSpikeSettings.js'

/** Options of {@link detectDissatisfactionSpike}. */
export interface DetectDissatisfactionSpikeOptions extends DetectorOptions {
  /** Usable periods before the judged one that are the baseline, at most, from 1; default 12. */
  readonly baselinePeriods?: number | undefined
  /** Fewest events of a spike, from 1; default 3. */
  readonly minimumCount?: number | undefined
  /** Starts of known spikes, left out of the baseline; default none. */
  readonly exclude?: readonly Day[] | undefined
  /** Ratio (of values: baseline standard deviations) that makes a shown spike critical; default 1.5 (2). */
  readonly criticalEffect?: number | undefined
}

/**
 * Finds whether complaints, returns or another figure jumped the wrong way in the last complete period.
 *
 * Rates: the exact test of the count against the pooled baseline, adjusted when the baseline varies more than chance
 * explains; a spike has p below the level of one look and at least `minimumCount` events, the effect is the ratio of
 * rates. Values: the normal score of the prediction from the baseline. A lasting step is dated but never fires by
 * itself; odd periods of the baseline are proposed for `exclude`, never left out unasked. Quadratic in the periods.
 *
 * @param series - a rate where down is better, or a value, over equal periods with missing ones as null
 * @param options - day of the verdict, baseline, thresholds
 * @returns verdict with ratio (or difference), interval and p; `not_enough_data` below 6 baseline periods of a rate or 8 of
 * a value, without a judged period, or without variation
 * @throws {@link RetentionOkrError} INVALID_INPUT for a proportion, or a rate where up is better
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_DAY for an option that is unknown or out of range
 * @throws {@link RetentionOkrError} INVALID_PERIOD, INVALID_COUNT, INVALID_NUMBER for periods and figures that are none,
 * TOO_LARGE above 5,000 periods
 * @example
 * ```ts
 * import { detectDissatisfactionSpike } from 'retention-okr/signals'
 *
 * const days = ['05', '12', '19', '26'].map((day) => `2026-01-${day}`)
 * days.push('2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23')
 * const periods = [4, 6, 5, 5, 6, 4, 19].map((count, index) => ({
 *   start: days[index] ?? '',
 *   end: days[index + 1] ?? '',
 *   count,
 *   exposure: 200,
 * }))
 * const series = { metric: 'complaint-rate', better: 'down', kind: 'rate', periods } as const
 * const result = detectDissatisfactionSpike(series, { asOf: '2026-02-23' })
 * result.status // => 'signal'
 * result.evidence?.['effect'] // ≈ 3.8
 * result.findings[0]?.since // => '2026-02-16'
 * ```
 * @see Farrington et al. 1996, A statistical algorithm for the early detection of outbreaks of infectious disease
 * @since 0.1.0
 */
export function detectDissatisfactionSpike(
  series: MetricSeries,
  options: DetectDissatisfactionSpikeOptions,
): SignalResult {
  assertKnownOptions(options, spikeOptionNames)
  const { asOf } = options
  assertAsOf(asOf)
  const read = readSeries(series, asOf, 'series')
  if (series.kind === 'proportion') fail('INVALID_INPUT', 'series.kind', 'must be rate or value', series.kind)
  if (series.kind === 'rate' && series.better !== 'down') {
    fail('INVALID_INPUT', 'series.better', 'must be down for a rate', series.better)
  }
  const { settings, definition } = readSpikeSettings(options, series.kind, read.looksPerYear)
  const segment = series.segment === undefined ? {} : { segment: { ...series.segment } }
  const verdict = judgeSpike(read, settings)
  const base = {
    detector: 'detectDissatisfactionSpike',
    subject: series.metric,
    ...segment,
    excluded: verdict.excluded,
    asOf,
    definition,
  }
  if ('missing' in verdict) {
    const { missing } = verdict
    return { ...base, status: 'not_enough_data', findings: [], missing, cautions: [], comparisons: 0 }
  }
  const { fired, confirmed, since, periods, evidence, method, direction, detectable, cautions } = verdict
  if (!fired) return { ...base, status: 'no_signal', findings: [], evidence, detectable, cautions, comparisons: 1 }
  return {
    ...base,
    status: 'signal',
    findings: [
      {
        code: 'dissatisfaction.spike',
        severity: confirmed ? 'critical' : 'warning',
        subject: series.metric,
        ...segment,
        since,
        evidence: { ...evidence, periods },
        method,
        params: { direction },
      },
    ],
    evidence,
    cautions,
    comparisons: 1,
  }
}
