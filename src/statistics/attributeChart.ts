import { positiveZero } from '../internal/positiveZero.js'
import { movingRangeMean, movingRanges } from './movingRanges.js'

/** Limits of shares or rates by period, wider where less was counted. */
export interface AttributeChart {
  /** Everything counted over everything it was counted of; null without a usable period. */
  center: number | null
  /** Spread between periods over what chance explains (Laney); null when it cannot be estimated, absent unless asked. */
  sigmaZ?: number | null
  /** Lower limit by period; null in unusable periods. */
  lower: (number | null)[]
  /** Upper limit by period; null in unusable periods. */
  upper: (number | null)[]
  /** Periods strictly beyond their limits. */
  outside: number[]
}

/** A period of counts; null where it cannot be used. */
export type CountedPeriod = {
  /** Successes or events. */
  readonly count: number
  /** Trials or exposure, above 0. */
  readonly size: number
} | null

/** How a chart of counts is drawn. */
export interface AttributeChartRules {
  /** Width of the limits in standard deviations. */
  readonly k: number
  /** Whether the spread between periods widens the limits. */
  readonly laney: boolean
  /** Largest possible value. */
  readonly maximum: number
  /** Variance of one trial or one unit of exposure. */
  readonly varianceOf: (center: number) => number
}

/** The chart that p and u charts have in common. */
export function attributeChart(periods: readonly CountedPeriod[], rules: AttributeChartRules): AttributeChart {
  const { k, laney, maximum, varianceOf } = rules
  const usable = periods.filter((period) => period !== null)
  const blank = periods.map(() => null)
  if (usable.length === 0) {
    return { center: null, ...(laney ? { sigmaZ: null } : {}), lower: blank, upper: blank, outside: [] }
  }
  const size = usable.reduce((sum, period) => sum + period.size, 0)
  const center = usable.reduce((sum, period) => sum + period.count, 0) / size
  const unit = Math.sqrt(varianceOf(center))
  const scores = periods.map((period) =>
    period === null || unit === 0 ? null : ((period.count / period.size - center) * Math.sqrt(period.size)) / unit,
  )
  const sigmaZ = laney ? meanRange(scores) : null
  const width = k * unit * (sigmaZ ?? 1)
  const limit = (side: 1 | -1) => (period: CountedPeriod) =>
    period === null ? null : positiveZero(clip(center + (side * width) / Math.sqrt(period.size), maximum))
  const lower = periods.map(limit(-1))
  const upper = periods.map(limit(1))
  const outside = periods.flatMap((period, index) => {
    if (period === null) return []
    const value = period.count / period.size
    return value < (lower[index] as number) || value > (upper[index] as number) ? [index] : []
  })
  return { center, ...(laney ? { sigmaZ } : {}), lower, upper, outside }
}

/** Standard deviation of scores by their moving ranges; null without neighbours. */
function meanRange(scores: readonly (number | null)[]): number | null {
  const ranges = movingRanges(scores)
  if (ranges.length === 0) return null
  return ranges.reduce((sum, range) => sum + range, 0) / ranges.length / movingRangeMean
}

function clip(value: number, maximum: number): number {
  return Math.min(maximum, Math.max(0, value))
}
