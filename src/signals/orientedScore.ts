import { positiveZero } from '../internal/positiveZero.js'
import { exponentialAverageScore } from '../statistics/exponentialAverageScore.js'
import type { ReadPeriod } from './readSeries.js'

/** A value against those of a baseline. */
export interface OrientedScore {
  /** Mean of the baseline. */
  center: number
  /** Its standard deviation. */
  sd: number
  /** Score of the period, above 0 on the bad side. */
  oriented: number
}

/** How far a value is from its baseline; null when the baseline has no spread. */
export function orientedScore(
  judged: ReadPeriod,
  baseline: readonly ReadPeriod[],
  upIsGood: boolean,
): OrientedScore | null {
  const values = baseline.map(({ value }) => value)
  const { center, sd, score } = exponentialAverageScore({ baseline: values, current: [judged.value] }, { weight: 1 })
  const [own] = score
  if (center === null || sd === null || sd === 0 || own === null || own === undefined) return null
  return { center, sd, oriented: positiveZero(upIsGood ? -own : own) }
}
