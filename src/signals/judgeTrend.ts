import { positiveZero } from '../internal/positiveZero.js'
import { autocorrelatedMannKendallTest } from '../statistics/autocorrelatedMannKendallTest.js'
import { detectableSlope } from '../statistics/detectableSlope.js'
import { type SlopeEstimate, sensSlope } from '../statistics/sensSlope.js'
import { trendOnset } from '../statistics/trendOnset.js'
import { boundsOfChange, type ChangeBounds } from './boundsOfChange.js'
import { detectableOf, driftFinding, notEnoughData, resultBase } from './declineResult.js'
import type { DeclineSettings } from './declineSettings.js'
import type { MetricSeries, SignalResult, UnmetMinimum } from './model.js'
import { harmonicBase, pooledLevel } from './pooledLevel.js'
import { reaches } from './reaches.js'
import type { ReadPeriod, ReadSeries } from './readSeries.js'
import { testTrend } from './testTrend.js'

const minimumCoverage = 0.75
const minimumOfEachOutcome = 5
const minimumEvents = 10
const autocorrelatedFrom = 0.4
const overdispersedFrom = 2

/** One look at a whole series. */
export function judgeTrend(read: ReadSeries, settings: DeclineSettings): SignalResult {
  const { series, periods } = read
  const base = resultBase(read, settings, { trendLevel: settings.trendLevel })
  const observed = periods.filter(({ value }) => value !== null)
  const missing = unmetMinima(series.kind, periods, observed, settings.minimumPeriods)
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

function unmetMinima(
  kind: MetricSeries['kind'],
  periods: readonly ReadPeriod[],
  observed: readonly ReadPeriod[],
  minimumPeriods: number,
): UnmetMinimum[] {
  const minima: UnmetMinimum[] = [{ what: 'periods', needed: minimumPeriods, found: observed.length }]
  if (observed.length > 0) {
    minima.push({ what: 'coverage', needed: minimumCoverage, found: observed.length / periods.length })
  }
  const count = observed.reduce((sum, period) => sum + period.count, 0)
  const base = observed.reduce((sum, period) => sum + period.base, 0)
  // Without an observed period there is nothing to count: the periods alone say it.
  if (kind === 'proportion' && observed.length > 0) {
    minima.push({ what: 'successes', needed: minimumOfEachOutcome, found: count })
    minima.push({ what: 'failures', needed: minimumOfEachOutcome, found: base - count })
  }
  if (kind === 'rate' && observed.length > 0) minima.push({ what: 'events', needed: minimumEvents, found: count })
  return minima.filter(({ needed, found }) => found < needed)
}

/** Whether the whole interval lies on one side of 0 and its nearest bound is far enough away. */
function isConfirmed({ lower, upper }: ChangeBounds, distance: number): boolean {
  if (lower === null || upper === null) return false
  if (lower <= 0 && upper >= 0) return false
  return reaches(Math.min(Math.abs(lower), Math.abs(upper)), distance)
}

/** Standard deviation of a period about the line. */
function noiseAboutLine(
  kind: MetricSeries['kind'],
  observed: readonly ReadPeriod[],
  values: readonly (number | null)[],
  { slope, interceptJoint }: SlopeEstimate,
  dispersion: number | null,
): number {
  if (kind === 'value') {
    const squares = values.reduce<number>((sum, value, index) => {
      return value === null ? sum : sum + (value - (interceptJoint ?? 0) - (slope ?? 0) * index) ** 2
    }, 0)
    return Math.sqrt(squares / (observed.length - 2))
  }
  const { level } = pooledLevel(kind, observed)
  const variance = kind === 'proportion' ? level * (1 - level) : level
  return Math.sqrt(variance / harmonicBase(observed)) * Math.sqrt(Math.max(1, dispersion ?? 1))
}
