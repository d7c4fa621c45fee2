import { detectableRateRatio } from '../statistics/detectableRateRatio.js'
import { poissonRateRatio } from '../statistics/poissonRateRatio.js'
import { rateSpikeTest } from '../statistics/rateSpikeTest.js'
import { detectableOf } from './declineResult.js'
import { pooledLevel } from './pooledLevel.js'
import { rateOfPeriod } from './rateOfPeriod.js'
import { reaches } from './reaches.js'
import type { ReadPeriod } from './readSeries.js'
import type { SpikeSettings, SpikeTest } from './spikeModel.js'
import { widenedBound } from './widenedBound.js'

const level = 0.95
const overdispersedFrom = 2

/** Judges a rate against those of the baseline. */
export function judgeRateSpike(
  judged: ReadPeriod,
  baseline: readonly ReadPeriod[],
  settings: SpikeSettings,
): SpikeTest {
  const rates = baseline.map(rateOfPeriod)
  const current = rateOfPeriod(judged)
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
