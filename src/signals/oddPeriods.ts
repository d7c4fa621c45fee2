import type { Day } from '../measurement.js'
import { normalTail } from '../statistics/normalTail.js'
import { rateSpikeTest } from '../statistics/rateSpikeTest.js'
import { orientedScore } from './orientedScore.js'
import { rateOfPeriod } from './rateOfPeriod.js'
import type { ReadPeriod } from './readSeries.js'
import type { SpikeSettings } from './spikeModel.js'

const outlierLevel = 0.005

/** Starts of the baseline periods that would be a spike against the other ones. */
export function oddPeriods(
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
    return rateSpikeTest({ baseline: others.map(rateOfPeriod), current: rateOfPeriod(period) }).pAdjusted ?? 1
  }
  return baseline
    .filter((period, index) => pOf(period, [...baseline.slice(0, index), ...baseline.slice(index + 1)]) < limit)
    .map(({ start }) => start)
}
