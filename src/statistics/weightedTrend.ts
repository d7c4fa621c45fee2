import { positiveZero } from '../internal/positiveZero.js'
import { studentTTail } from './studentTTail.js'
import { twoSidedNormal } from './twoSidedNormal.js'

/** A period of counts: its index, what happened and how much could have. */
export interface CountPeriod {
  /** Index of the period. */
  time: number
  /** Successes or events. */
  count: number
  /** Trials or exposure, above 0. */
  weight: number
}

/** Score test of a trend in counts, plain and adjusted for dispersion. */
export interface WeightedTrend {
  /** Weighted least-squares slope per period. */
  slope: number | null
  /** Normal score of the plain test. */
  z: number
  /** Two-sided p-value of z. */
  p: number
  /** Variance about the line over the variance that chance explains; null below 3 periods. */
  dispersion: number | null
  /** Score after division by the root of a dispersion above 1. */
  zAdjusted: number
  /** Two-sided p-value of the adjusted score. */
  pAdjusted: number
}

/**
 * The trend of counts against time: `varianceOf(rate)` is the variance of one trial or one unit of exposure.
 */
export function weightedTrend(periods: readonly CountPeriod[], varianceOf: (rate: number) => number): WeightedTrend {
  const used = periods.length
  const total = periods.reduce((sum, period) => sum + period.weight, 0)
  if (used < 2) return { slope: null, z: 0, p: 1, dispersion: null, zAdjusted: 0, pAdjusted: 1 }
  const rate = periods.reduce((sum, period) => sum + period.count, 0) / total
  const center = periods.reduce((sum, period) => sum + period.weight * period.time, 0) / total
  let score = 0
  let spread = 0
  for (const { time, count, weight } of periods) {
    score += (time - center) * (count - weight * rate)
    spread += weight * (time - center) ** 2
  }
  const slope = score / spread
  const variance = varianceOf(rate)
  const z = variance === 0 ? 0 : score / Math.sqrt(variance * spread)
  const p = twoSidedNormal(z)
  const plain = { slope: positiveZero(slope), z: positiveZero(z), p }
  if (used === 2) return { ...plain, dispersion: null, zAdjusted: plain.z, pAdjusted: p }
  let residual = 0
  for (const { time, count, weight } of periods) {
    residual += (count - weight * (rate + slope * (time - center))) ** 2 / weight
  }
  const dispersion = variance === 0 ? 0 : residual / variance / (used - 2)
  if (dispersion <= 1) return { ...plain, dispersion, zAdjusted: plain.z, pAdjusted: p }
  const zAdjusted = positiveZero(z / Math.sqrt(dispersion))
  return { ...plain, dispersion, zAdjusted, pAdjusted: 2 * studentTTail(Math.abs(zAdjusted), used - 2) }
}
