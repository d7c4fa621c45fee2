import { baselineDrifts } from './baselineDrifts.js'
import { judgeRateSpike } from './judgeRateSpike.js'
import { judgeValueSpike } from './judgeValueSpike.js'
import { lastingStep } from './lastingStep.js'
import type { UnmetMinimum } from './model.js'
import { oddPeriods } from './oddPeriods.js'
import type { ReadPeriod, ReadSeries } from './readSeries.js'
import type { SpikeSettings, SpikeVerdict, UndecidedSpike } from './spikeModel.js'

const minimumBaseline = { rate: 6, value: 8 }
const shortBaselineBelow = 12

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
      ? judgeRateSpike(current, baseline, settings)
      : judgeValueSpike(current, baseline, settings, series.better === 'up')
  if (test === null) return { missing: [{ what: 'variation', needed: 2, found: 1 }], excluded }
  const observed = periods.filter(({ value }) => value !== null)
  const step = lastingStep(observed, series.better)
  const since = step?.complete === true ? step.since : current.start
  const proposedExclude = oddPeriods(kind, baseline, settings, series.better === 'up')
  const cautions = [
    ...(proposedExclude.length > 0 ? ['baseline_outlier'] : []),
    ...(baselineDrifts(kind, before, baseline) ? ['baseline_trend'] : []),
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
