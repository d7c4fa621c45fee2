import type { Finding } from '../finding.js'
import { positiveZero } from '../internal/positiveZero.js'
import { autocorrelatedMannKendallTest } from '../statistics/autocorrelatedMannKendallTest.js'
import { cumulativeSumChart, onsetBefore } from '../statistics/cumulativeSumChart.js'
import { exponentialAverageLimit } from '../statistics/exponentialAverageLimit.js'
import { averageVariance, exponentialAverageScore } from '../statistics/exponentialAverageScore.js'
import { mannKendallTest } from '../statistics/mannKendallTest.js'
import { normalQuantile } from '../statistics/normalQuantile.js'
import { studentTQuantile } from '../statistics/studentTQuantile.js'
import { detectableOf, driftFinding, notEnoughData, resultBase } from './declineResult.js'
import type { DeclineSettings } from './declineSettings.js'
import type { MetricSeries, SignalResult, UnmetMinimum } from './model.js'
import { harmonicBase, pooledLevel } from './pooledLevel.js'
import { reaches } from './reaches.js'
import type { ReadPeriod, ReadSeries } from './readSeries.js'

const weight = 0.2
const minimumBaseline = 8
const shortBaselineBelow = 12
const baselineLevel = 0.05
const autocorrelatedFrom = 0.4

/** Every new period against the first ones. */
export function judgeMonitor(read: ReadSeries, settings: DeclineSettings): SignalResult {
  const { series } = read
  const baseline = read.periods.slice(0, settings.baselinePeriods)
  const monitored = read.periods.slice(settings.baselinePeriods)
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
  const noVariation: UnmetMinimum = { what: 'variation', needed: 2, found: 1 }
  if (scale === null) return notEnoughData(base, [noVariation])
  const usualValues = baseline.map((period) => scale.standardise(period))
  const values = monitored.map((period) => scale.standardise(period))
  const { center, sd, path, score } = exponentialAverageScore({ baseline: usualValues, current: values }, { weight })
  if (center === null || sd === null || sd === 0) return notEnoughData(base, [noVariation])
  const { r1 } = autocorrelatedMannKendallTest(usualValues)
  const cautions = [
    ...(r1 > autocorrelatedFrom ? ['autocorrelated'] : []),
    ...(series.season === undefined ? [] : ['season_not_separable']),
    ...(usual.length < shortBaselineBelow ? ['short_baseline'] : []),
  ]
  const { p } = mannKendallTest(usualValues)
  if (p < baselineLevel) {
    const evidence = {
      pValue: p,
      decidedBy: 'mann-kendall',
      threshold: baselineLevel,
      r1,
      baselineSampleSize: usual.length,
    }
    return { ...base, status: 'unstable_baseline', findings: [], evidence, cautions, comparisons: 1 }
  }
  const oriented = score.map((value) => (value === null ? null : positiveZero(series.better === 'up' ? -value : value)))
  const worse = followAlarm(oriented, limit, settings.clearAfter)
  const better = followAlarm(
    oriented.map((value) => (value === null ? null : -value)),
    limit,
    settings.clearAfter,
  )
  const unfavourable = worse.since !== null || better.since === null
  const alarm = unfavourable ? worse : better
  const down = (series.better === 'up') === unfavourable
  const units = scale.unitOf(watched)
  const variance = averageVariance(weight, watched.length, usual.length)
  const effect = positiveZero((lastOf(path) - center) * units)
  const width = studentTQuantile((1 + settings.level) / 2, usual.length - 1) * sd * Math.sqrt(variance) * units
  const from = pooledLevel(series.kind, usual).level
  const evidence: Finding['evidence'] = {
    effect,
    lower: positiveZero(effect - width),
    upper: positiveZero(effect + width),
    level: settings.level,
    effectUnit: 'metric',
    from,
    to: pooledLevel(series.kind, watched.slice(-3)).level,
    score: lastOf(oriented),
    limit,
    decidedBy: 'exponential-average',
    alarmSince: alarm.since === null ? null : (monitored[alarm.since] as ReadPeriod).start,
    alarmPeriods: alarm.beyond.map((index) => (monitored[index] as ReadPeriod).start),
    r1,
    sampleSize: watched.length,
    baselineSampleSize: usual.length,
  }
  const findings: Finding[] = []
  if (alarm.since !== null) {
    const sums = cumulativeSumChart(values, { center, sigma: sd })
    const onset = onsetBefore(down ? sums.lower : sums.upper, alarm.since) as number
    const distance = settings.criticalEffect * (series.unit === 'points' ? 1 : Math.abs(from))
    const nearest = down ? -(effect + width) : effect - width
    findings.push(
      driftFinding(read, {
        unfavourable,
        confirmed: reaches(nearest, distance),
        down,
        since: (monitored[onset] as ReadPeriod).start,
        evidence: {
          ...evidence,
          periods: monitored
            .slice(onset)
            .filter(isObserved)
            .map(({ start }) => start),
        },
        method: 'exponential-average',
      }),
    )
  }
  const cleared = worse.since === null && worse.beyond.length > 0 ? ['alarm_cleared'] : []
  const verdict = { ...base, findings, evidence, cautions: [...cleared, ...cautions].sort(), comparisons: 1 }
  if (worse.since !== null) return { ...verdict, status: 'signal' }
  const shift = (limit + normalQuantile(0.8)) * sd * Math.sqrt(variance) * units
  const found = shift / (1 - (1 - weight) ** watched.length)
  return { ...verdict, status: 'no_signal', detectable: detectableOf(found, 'metric') }
}

function isObserved({ value }: ReadPeriod): boolean {
  return value !== null
}

function lastOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((last, value) => value ?? last, 0)
}

/** How the figures of a period enter the score, and what one unit of it is worth. */
interface Scale {
  standardise: (period: ReadPeriod) => number | null
  unitOf: (observed: readonly ReadPeriod[]) => number
}

/** Counts are standardised by the pooled baseline, so that a small period does not count as much as a large one. */
function countScale(kind: MetricSeries['kind'], usual: readonly ReadPeriod[]): Scale | null {
  if (kind === 'value') return { standardise: ({ value }) => value, unitOf: () => 1 }
  const { level } = pooledLevel(kind, usual)
  const variance = kind === 'proportion' ? level * (1 - level) : level
  if (variance === 0) return null
  return {
    standardise: ({ value, count, base }) =>
      value === null ? null : (count - base * level) / Math.sqrt(base * variance),
    unitOf: (observed) => Math.sqrt(variance / harmonicBase(observed)),
  }
}

/** An alarm over a row of scores. */
interface Alarm {
  /** First look of the alarm that stands; null when none does. */
  since: number | null
  /** Every look beyond the limit, also of alarms that were cleared. */
  beyond: number[]
}

/** Raised at the first look beyond the limit, cleared after enough quiet looks in a row. */
function followAlarm(scores: readonly (number | null)[], limit: number, clearAfter: number): Alarm {
  const alarm: Alarm = { since: null, beyond: [] }
  let quiet = 0
  scores.forEach((score, index) => {
    if (score === null) return
    if (score > limit) {
      alarm.since ??= index
      alarm.beyond.push(index)
      quiet = 0
      return
    }
    quiet += 1
    if (quiet >= clearAfter) alarm.since = null
  })
  return alarm
}
