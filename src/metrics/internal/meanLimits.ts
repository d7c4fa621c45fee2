import type { Interval } from '../../measurement.js'
import { studentTQuantile } from '../../statistics/studentTQuantile.js'

/** What the interval of a mean is made of. */
export interface MeanParts {
  mean: number
  /** Variance of one unit, over n − 1. */
  variance: number
  n: number
}

/** Student limits of a mean, clipped to its range; none of a single unit. */
export function meanLimits(
  { mean, variance, n }: MeanParts,
  level: number,
  range: { readonly minimum: number; readonly maximum: number },
): Interval | undefined {
  if (n < 2) return undefined
  const half = studentTQuantile((1 + level) / 2, n - 1) * Math.sqrt(Math.max(0, variance) / n)
  return {
    lower: Math.min(mean, Math.max(range.minimum, mean - half)) + 0,
    upper: Math.max(mean, Math.min(range.maximum, mean + half)) + 0,
    level,
    method: 'mean-t',
  }
}
