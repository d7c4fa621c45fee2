import type { SlopeEstimate } from '../statistics/sensSlope.js'
import type { MetricSeries } from './model.js'
import { harmonicBase, pooledLevel } from './pooledLevel.js'
import type { ReadPeriod } from './readSeries.js'

/** Standard deviation of a period about the line. */
export function noiseAboutLine(
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
