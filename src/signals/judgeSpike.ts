import type { Finding } from '../finding.js'
import { positiveZero } from '../internal/positiveZero.js'
import type { Day } from '../measurement.js'
import { detectableRateRatio } from '../statistics/detectableRateRatio.js'
import { exponentialAverageScore } from '../statistics/exponentialAverageScore.js'
import { mannKendallTest } from '../statistics/mannKendallTest.js'
import type { Rate } from '../statistics/model.js'
import { normalQuantile } from '../statistics/normalQuantile.js'
import { normalTail } from '../statistics/normalTail.js'
import { poissonRateRatio } from '../statistics/poissonRateRatio.js'
import { poissonTrendTest } from '../statistics/poissonTrendTest.js'
import { rateSpikeTest } from '../statistics/rateSpikeTest.js'
import { studentTQuantile } from '../statistics/studentTQuantile.js'
import { detectableOf } from './declineResult.js'
import { lastingStep } from './lastingStep.js'
import type { Detectable, UnmetMinimum } from './model.js'
import { pooledLevel } from './pooledLevel.js'
import { reaches } from './reaches.js'
import type { ReadPeriod, ReadSeries } from './readSeries.js'
import { widenedBound } from './widenedBound.js'

const level = 0.95
const minimumBaseline = { rate: 6, value: 8 }
const shortBaselineBelow = 12
const overdispersedFrom = 2
const trendLevel = 0.05
const outlierLevel = 0.005

/** Options of a search for spikes with every default filled in. */
export interface SpikeSettings {
  /** Level of the test. */
  lookLevel: number
  /** Periods of the baseline at most. */
  baselinePeriods: number
  /** Fewest events of a spike. */
  minimumCount: number
  /** Starts of known spikes. */
  exclude: readonly Day[]
  /** Ratio, or baseline standard deviations, that makes a shown spike critical. */
  criticalEffect: number
}

/** The last complete period against those before it. */
export interface SpikeVerdict {
  /** Whether it is a spike. */
  fired: boolean
  /** Whether the whole interval is beyond the critical effect. */
  confirmed: boolean
  /** First day of the period, or of the step that it belongs to. */
  since: Day
  /** Starts of the observed periods from then on. */
  periods: Day[]
  /** What was measured. */
  evidence: Finding['evidence']
  /** Name of the test. */
  method: string
  /** Where the figure went. */
  direction: 'up' | 'down'
  /** The smallest change that would have been found. */
  detectable: Detectable | null
  /** What limits the verdict, sorted. */
  cautions: string[]
  /** What was left out, by reason. */
  excluded: { [reason: string]: number }
}

/** Too few data for a verdict. */
export interface UndecidedSpike {
  /** Every unmet minimum. */
  missing: UnmetMinimum[]
  /** What was left out, by reason. */
  excluded: { [reason: string]: number }
}

/** Judges the last complete period of a series against its baseline; quadratic in the periods of the baseline. */
export function judgeSpike(read: ReadSeries, settings: SpikeSettings): SpikeVerdict | UndecidedSpike {
  const { periods, series } = read
  const kind = series.kind === 'value' ? 'value' : 'rate'
  const judged = periods.at(-1)
  const before = periods.slice(0, -1)
  const known = new Set(settings.exclude)
  const isKnown = ({ start, value }: ReadPeriod): boolean => value !== null && known.has(start)
  const usable = before.filter((period) => period.value !== null && !isKnown(period))
  const baseline = usable.slice(-settings.baselinePeriods)
  const spikes = before.filter(isKnown).length
  const excluded = { ...read.excluded, ...(spikes === 0 ? {} : { known_spike: spikes }) }
  const missing: UnmetMinimum[] = [
    { what: 'judged-period', needed: 1, found: judged === undefined || judged.value === null ? 0 : 1 },
    { what: 'baseline-periods', needed: minimumBaseline[kind], found: baseline.length },
  ].filter(({ needed, found }) => found < needed)
  if (missing.length > 0) return { missing, excluded }
  const current = judged as ReadPeriod
  const test =
    kind === 'rate'
      ? judgeRate(current, baseline, settings)
      : judgeValue(current, baseline, settings, series.better === 'up')
  if (test === null) return { missing: [{ what: 'variation', needed: 2, found: 1 }], excluded }
  const observed = periods.filter(({ value }) => value !== null)
  const step = lastingStep(observed, series.better)
  const since = step?.complete === true ? step.since : current.start
  const proposedExclude = oddPeriods(kind, baseline, settings, series.better === 'up')
  const cautions = [
    ...(proposedExclude.length > 0 ? ['baseline_outlier'] : []),
    ...(hasTrend(kind, before, baseline) ? ['baseline_trend'] : []),
    ...(test.widened ? ['interval_widened'] : []),
    ...(test.overdispersed ? ['overdispersed'] : []),
    ...(series.season === undefined ? [] : ['season_not_separable']),
    ...(baseline.length < shortBaselineBelow ? ['short_baseline'] : []),
  ]
  return {
    fired: test.fired,
    confirmed: test.confirmed,
    since,
    periods: observed.filter(({ start }) => start >= since).map(({ start }) => start),
    evidence: {
      ...test.evidence,
      threshold: settings.lookLevel,
      proposedExclude,
      sampleSize: 1,
      baselineSampleSize: baseline.length,
      ...(step === null ? {} : { stepSince: step.since, stepFrom: step.from, stepTo: step.to }),
    },
    method: kind === 'rate' ? 'rate-spike' : 'prediction-limit',
    direction: series.better === 'up' ? 'down' : 'up',
    detectable: test.detectable,
    cautions,
    excluded,
  }
}

interface SpikeTest {
  fired: boolean
  confirmed: boolean
  evidence: Finding['evidence']
  detectable: Detectable | null
  widened: boolean
  overdispersed: boolean
}

function rateOf({ count, base }: ReadPeriod): Rate {
  return { count, exposure: base }
}

function judgeRate(judged: ReadPeriod, baseline: readonly ReadPeriod[], settings: SpikeSettings): SpikeTest {
  const rates = baseline.map(rateOf)
  const current = rateOf(judged)
  const { midP, pAdjusted, dispersion, ratio } = rateSpikeTest({ baseline: rates, current })
  const { count, base, level: from } = pooledLevel('rate', baseline)
  const bounds = poissonRateRatio({ first: current, second: { count, exposure: base } }, { level })
  const widening = Math.sqrt(Math.max(1, dispersion ?? 1))
  const lower = widenedBound(ratio, bounds.lower, widening)
  const pValue = pAdjusted ?? 1
  const ratioFound = detectableRateRatio(
    { baseline: rates, exposure: current.exposure },
    { alpha: settings.lookLevel, minimumCount: settings.minimumCount },
  )
  return {
    fired: pValue < settings.lookLevel && current.count >= settings.minimumCount,
    confirmed: reaches(lower ?? 0, settings.criticalEffect),
    evidence: {
      effect: ratio,
      lower,
      upper: widenedBound(ratio, bounds.upper, widening),
      level,
      effectUnit: 'factor',
      from,
      to: judged.value,
      count: current.count,
      expected: from * current.exposure,
      midP,
      dispersion,
      pValue,
      decidedBy: 'rate-spike',
    },
    detectable: detectableOf(ratioFound?.ratio ?? null, 'factor'),
    widened: widening > 1 && ratio !== null && ratio > 0,
    overdispersed: (dispersion ?? 0) > overdispersedFrom,
  }
}

/** Null when the baseline has no spread. */
function judgeValue(
  judged: ReadPeriod,
  baseline: readonly ReadPeriod[],
  settings: SpikeSettings,
  upIsGood: boolean,
): SpikeTest | null {
  const score = orientedScore(judged, baseline, upIsGood)
  if (score === null) return null
  const { center, sd, oriented } = score
  const m = baseline.length
  const error = sd * Math.sqrt(1 + 1 / m)
  const effect = positiveZero((judged.value as number) - center)
  const width = studentTQuantile((1 + level) / 2, m - 1) * error
  const pValue = normalTail(oriented)
  const nearest = upIsGood ? -(effect + width) : effect - width
  const quantiles = studentTQuantile(1 - settings.lookLevel, m - 1) + normalQuantile(0.8)
  return {
    fired: pValue < settings.lookLevel,
    confirmed: reaches(nearest, settings.criticalEffect * sd),
    evidence: {
      effect,
      lower: positiveZero(effect - width),
      upper: positiveZero(effect + width),
      level,
      effectUnit: 'metric',
      from: center,
      to: judged.value,
      score: oriented,
      pValue,
      decidedBy: 'prediction-limit',
    },
    detectable: detectableOf(quantiles * error, 'metric'),
    widened: false,
    overdispersed: false,
  }
}

interface OrientedScore {
  center: number
  sd: number
  /** Score of the period, above 0 on the bad side. */
  oriented: number
}

function orientedScore(judged: ReadPeriod, baseline: readonly ReadPeriod[], upIsGood: boolean): OrientedScore | null {
  const values = baseline.map(({ value }) => value)
  const { center, sd, score } = exponentialAverageScore({ baseline: values, current: [judged.value] }, { weight: 1 })
  const [own] = score
  if (center === null || sd === null || sd === 0 || own === null || own === undefined) return null
  return { center, sd, oriented: positiveZero(upIsGood ? -own : own) }
}

/** Starts of the baseline periods that would be a spike against the other ones. */
function oddPeriods(
  kind: 'rate' | 'value',
  baseline: readonly ReadPeriod[],
  { minimumCount }: SpikeSettings,
  upIsGood: boolean,
): Day[] {
  const limit = outlierLevel / baseline.length
  const pOf = (period: ReadPeriod, others: readonly ReadPeriod[]): number => {
    if (kind === 'value') {
      const score = orientedScore(period, others, upIsGood)
      return score === null ? 1 : normalTail(score.oriented)
    }
    if (period.count < minimumCount) return 1
    return rateSpikeTest({ baseline: others.map(rateOf), current: rateOf(period) }).pAdjusted ?? 1
  }
  return baseline
    .filter((period, index) => pOf(period, [...baseline.slice(0, index), ...baseline.slice(index + 1)]) < limit)
    .map(({ start }) => start)
}

/** Whether the baseline itself drifts; periods that are not part of it keep their place in time. */
function hasTrend(kind: 'rate' | 'value', before: readonly ReadPeriod[], baseline: readonly ReadPeriod[]): boolean {
  const members = new Set(baseline)
  const span = before
    .slice(before.indexOf(baseline[0] as ReadPeriod))
    .map((period) => (members.has(period) ? period : null))
  const p =
    kind === 'value'
      ? mannKendallTest(span.map((period) => period?.value ?? null)).p
      : poissonTrendTest(span.map((period) => period && rateOf(period))).pAdjusted
  return p < trendLevel
}
