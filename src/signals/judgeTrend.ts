import { positiveZero } from '../internal/positiveZero.js'
import { autocorrelatedMannKendallTest } from '../statistics/autocorrelatedMannKendallTest.js'
import { detectableSlope } from '../statistics/detectableSlope.js'
import { sensSlope } from '../statistics/sensSlope.js'
import { trendOnset } from '../statistics/trendOnset.js'
import { boundsOfChange, type ChangeBounds } from './boundsOfChange.js'
import { detectableOf, driftFinding, notEnoughData, resultBase } from './declineResult.js'
import type { DeclineSettings } from './declineSettings.js'
import type { SignalResult } from './model.js'
import { noiseAboutLine } from './noiseAboutLine.js'
import { pooledLevel } from './pooledLevel.js'
import { reaches } from './reaches.js'
import type { ReadPeriod, ReadSeries } from './readSeries.js'
import { testTrend } from './testTrend.js'
import { unmetTrendMinima } from './unmetTrendMinima.js'

const autocorrelatedFrom = 0.4
const overdispersedFrom = 2

/** One look at a whole series. */
export function judgeTrend(read: ReadSeries, settings: DeclineSettings): SignalResult {
  const { series, periods } = read
  const base = resultBase(read, settings, { trendLevel: settings.trendLevel })
  const observed = periods.filter(({ value }) => value !== null)
  const missing = unmetTrendMinima(series.kind, periods, observed, settings.minimumPeriods)
  if (missing.length > 0) return notEnoughData(base, missing)
  const values = periods.map(({ value }) => value)
  const test = testTrend(series, periods, values)
  const opinion = autocorrelatedMannKendallTest(values)
  const sen = sensSlope(values, { level: settings.level })
  const up = test.z === 0 ? series.better === 'down' : test.z > 0
  const { index } = trendOnset(values, { direction: up ? 'up' : 'down' })
  const before = pooledLevel(series.kind, index === null ? observed.slice(0, 1) : observedOf(periods.slice(0, index)))
  const now = pooledLevel(series.kind, observed.slice(-3))
  const change = positiveZero(now.level - before.level)
  const bounds = boundsOfChange(series.kind, before, now, change, test.dispersion ?? 1, settings.level)
  const relativeChange = before.level === 0 ? null : positiveZero(change / Math.abs(before.level))
  const corroborated = opinion.p < settings.trendLevel && Math.sign(opinion.z) === Math.sign(test.z)
  const evidence = {
    effect: sen.slope,
    lower: sen.lower,
    upper: sen.upper,
    level: settings.level,
    effectUnit: 'per-period',
    from: before.level,
    to: now.level,
    change,
    changeLower: bounds.lower,
    changeUpper: bounds.upper,
    relativeChange,
    z: test.z,
    pValue: test.p,
    decidedBy: test.name,
    threshold: settings.trendLevel,
    r1: opinion.r1,
    ...(test.dispersion === null ? {} : { dispersion: test.dispersion, corroborated }),
    sampleSize: observed.length,
  }
  const points = series.unit === 'points'
  const size = points ? Math.abs(change) : relativeChange === null ? Number.POSITIVE_INFINITY : Math.abs(relativeChange)
  const shown =
    test.p < settings.trendLevel && Math.sign(test.z) === Math.sign(change) && reaches(size, settings.minimumChange)
  const unfavourable = (series.better === 'down') === change > 0
  const critical = settings.criticalEffect * (points ? 1 : Math.abs(before.level))
  const findings = shown
    ? [
        driftFinding(read, {
          unfavourable,
          confirmed: isConfirmed(bounds, critical),
          down: change < 0,
          since: index === null ? null : (periods[index] as ReadPeriod).start,
          evidence: { ...evidence, periods: observedOf(periods.slice(index ?? 0)).map(({ start }) => start) },
          method: test.name,
        }),
      ]
    : []
  const cautions = [
    ...(opinion.r1 > autocorrelatedFrom ? ['autocorrelated'] : []),
    ...(shown && test.dispersion !== null && !corroborated ? ['not_corroborated'] : []),
    ...((test.dispersion ?? 0) > overdispersedFrom ? ['overdispersed'] : []),
    ...(series.season !== undefined && !test.seasonal ? ['season_not_separable'] : []),
  ]
  const verdict = { ...base, findings, evidence, cautions, comparisons: 1 }
  if (shown && unfavourable) return { ...verdict, status: 'signal' }
  const sigma = test.seasonal ? 0 : noiseAboutLine(series.kind, observed, values, sen, test.dispersion)
  const kind = series.kind === 'value' ? 'values' : 'counts'
  const slope = detectableSlope({ periods: observed.length, sigma }, { alpha: settings.trendLevel, kind })
  return { ...verdict, status: 'no_signal', detectable: detectableOf(slope, 'per-period') }
}

function observedOf(periods: readonly ReadPeriod[]): ReadPeriod[] {
  return periods.filter(({ value }) => value !== null)
}

/** Whether the whole interval lies on one side of 0 and its nearest bound is far enough away. */
function isConfirmed({ lower, upper }: ChangeBounds, distance: number): boolean {
  if (lower === null || upper === null) return false
  if (lower <= 0 && upper >= 0) return false
  return reaches(Math.min(Math.abs(lower), Math.abs(upper)), distance)
}
