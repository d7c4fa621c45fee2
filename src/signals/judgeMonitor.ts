import type { Finding } from '../finding.js'
import { positiveZero } from '../internal/positiveZero.js'
import { autocorrelatedMannKendallTest } from '../statistics/autocorrelatedMannKendallTest.js'
import { cumulativeSumChart, onsetBefore } from '../statistics/cumulativeSumChart.js'
import { exponentialAverageLimit } from '../statistics/exponentialAverageLimit.js'
import { averageVariance, exponentialAverageScore } from '../statistics/exponentialAverageScore.js'
import { mannKendallTest } from '../statistics/mannKendallTest.js'
import { normalQuantile } from '../statistics/normalQuantile.js'
import { studentTQuantile } from '../statistics/studentTQuantile.js'
import { countScale, type Scale } from './countScale.js'
import { detectableOf, driftFinding, notEnoughData, resultBase } from './declineResult.js'
import type { DeclineSettings } from './declineSettings.js'
import { type Alarm, followAlarm } from './followAlarm.js'
import type { SignalResult, UnmetMinimum } from './model.js'
import { pooledLevel } from './pooledLevel.js'
import { reaches } from './reaches.js'
import type { ReadPeriod, ReadSeries } from './readSeries.js'

const weight = 0.2
const minimumBaseline = 8
const shortBaselineBelow = 12
const baselineLevel = 0.05
const autocorrelatedFrom = 0.4
const noVariation: UnmetMinimum = { what: 'variation', needed: 2, found: 1 }

/** Every new period against the first ones. */
export function judgeMonitor(read: ReadSeries, settings: DeclineSettings): SignalResult {
  const { series, periods } = read
  const baseline = periods.slice(0, settings.baselinePeriods)
  const monitored = periods.slice(settings.baselinePeriods)
  const usual = baseline.filter(isObserved)
  const watched = monitored.filter(isObserved)
  const missing: UnmetMinimum[] = [
    { what: 'baseline-periods', needed: minimumBaseline, found: usual.length },
    { what: 'monitored-periods', needed: 1, found: watched.length },
  ].filter(({ needed, found }) => found < needed)
  const plain = resultBase(read, settings, {})
  if (missing.length > 0) return notEnoughData(plain, missing)
  const limit = exponentialAverageLimit({
    looks: settings.looksPerYear,
    baselinePeriods: usual.length,
    falseAlarmProbability: settings.falseAlarmsPerYear,
  })
  const base = { ...plain, definition: { ...plain.definition, monitorLimit: limit } }
  const scale = countScale(series.kind, usual)
  if (scale === null) return notEnoughData(base, [noVariation])
  const usualValues = baseline.map((period) => scale.standardise(period))
  const values = monitored.map((period) => scale.standardise(period))
  const { center, sd, path, score } = exponentialAverageScore({ baseline: usualValues, current: values }, { weight })
  if (center === null || sd === null || sd === 0) return notEnoughData(base, [noVariation])
  const { r1 } = autocorrelatedMannKendallTest(usualValues)
  const cautions = cautionsOf(read, usual.length, r1)
  const { p } = mannKendallTest(usualValues)
  if (p < baselineLevel) {
    const test = { pValue: p, decidedBy: 'mann-kendall', threshold: baselineLevel }
    const evidence = { ...test, r1, baselineSampleSize: usual.length }
    return { ...base, status: 'unstable_baseline', findings: [], evidence, cautions, comparisons: 1 }
  }
  const watch: Watch = { read, monitored, usual, watched, values, scale, center, sd, path, limit, r1 }
  const oriented = score.map((value) => (value === null ? null : positiveZero(series.better === 'up' ? -value : value)))
  const reversed = oriented.map((value) => (value === null ? null : -value))
  const worse = followAlarm(oriented, limit, settings.clearAfter)
  const better = followAlarm(reversed, limit, settings.clearAfter)
  const unfavourable = worse.since !== null || better.since === null
  const alarm = unfavourable ? worse : better
  const change = changeOf(watch, settings.level)
  const evidence = evidenceOf(watch, change, alarm, lastOf(oriented), settings.level)
  const findings =
    alarm.since === null ? [] : [findingOf(watch, change, alarm.since, unfavourable, evidence, settings.criticalEffect)]
  const cleared = worse.since === null && worse.beyond.length > 0 ? ['alarm_cleared'] : []
  const verdict = { ...base, findings, evidence, cautions: [...cleared, ...cautions].sort(), comparisons: 1 }
  if (worse.since !== null) return { ...verdict, status: 'signal' }
  // The average reaches a lasting shift only in part within the watched periods.
  const found = change.inUnits(limit + normalQuantile(0.8)) / (1 - (1 - weight) ** watched.length)
  return { ...verdict, status: 'no_signal', detectable: detectableOf(found, 'metric') }
}

/** A series that is watched, and what its baseline says. */
interface Watch {
  read: ReadSeries
  monitored: readonly ReadPeriod[]
  /** Periods of the baseline, and after it, that are not missing. */
  usual: readonly ReadPeriod[]
  watched: readonly ReadPeriod[]
  /** The monitored periods on the scale. */
  values: readonly (number | null)[]
  scale: Scale
  /** Mean and standard deviation of the baseline on the scale. */
  center: number
  sd: number
  /** The average after each monitored period. */
  path: readonly (number | null)[]
  limit: number
  r1: number
}

function cautionsOf({ series }: ReadSeries, baselinePeriods: number, r1: number): string[] {
  return [
    ...(r1 > autocorrelatedFrom ? ['autocorrelated'] : []),
    ...(series.season === undefined ? [] : ['season_not_separable']),
    ...(baselinePeriods < shortBaselineBelow ? ['short_baseline'] : []),
  ]
}

/** How far the average has moved from the baseline, in the unit of the metric. */
interface Change {
  effect: number
  /** Half the width of its interval. */
  width: number
  /** Level of the baseline. */
  from: number
  /** So many standard deviations of the average, in the unit of the metric. */
  inUnits: (deviations: number) => number
}

function changeOf({ read, usual, watched, scale, center, sd, path }: Watch, level: number): Change {
  const units = scale.unitOf(watched)
  const variance = averageVariance(weight, watched.length, usual.length)
  const inUnits = (deviations: number): number => deviations * sd * Math.sqrt(variance) * units
  return {
    effect: positiveZero((lastOf(path) - center) * units),
    width: inUnits(studentTQuantile((1 + level) / 2, usual.length - 1)),
    from: pooledLevel(read.series.kind, usual).level,
    inUnits,
  }
}

function evidenceOf(
  { read, monitored, usual, watched, limit, r1 }: Watch,
  { effect, width, from }: Change,
  { since, beyond }: Alarm,
  score: number,
  level: number,
): Finding['evidence'] {
  const startOf = (index: number) => (monitored[index] as ReadPeriod).start
  return {
    effect,
    lower: positiveZero(effect - width),
    upper: positiveZero(effect + width),
    level,
    effectUnit: 'metric',
    from,
    to: pooledLevel(read.series.kind, watched.slice(-3)).level,
    score,
    limit,
    decidedBy: 'exponential-average',
    alarmSince: since === null ? null : startOf(since),
    alarmPeriods: beyond.map(startOf),
    r1,
    sampleSize: watched.length,
    baselineSampleSize: usual.length,
  }
}

/** The finding of a standing alarm, dated by the cumulative sum: a change begins before it is seen. */
function findingOf(
  { read, monitored, values, center, sd }: Watch,
  { effect, width, from }: Change,
  since: number,
  unfavourable: boolean,
  evidence: Finding['evidence'],
  criticalEffect: number,
): Finding {
  const { series } = read
  const down = (series.better === 'up') === unfavourable
  const sums = cumulativeSumChart(values, { center, sigma: sd })
  const onset = onsetBefore(down ? sums.lower : sums.upper, since) as number
  const nearest = down ? -(effect + width) : effect - width
  const lasting = monitored.slice(onset).filter(isObserved)
  return driftFinding(read, {
    unfavourable,
    confirmed: reaches(nearest, criticalEffect * (series.unit === 'points' ? 1 : Math.abs(from))),
    down,
    since: (monitored[onset] as ReadPeriod).start,
    evidence: { ...evidence, periods: lasting.map(({ start }) => start) },
    method: 'exponential-average',
  })
}

function isObserved({ value }: ReadPeriod): boolean {
  return value !== null
}

function lastOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((last, value) => value ?? last, 0)
}
