import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions } from '../internal/guards.js'
import { normalQuantile } from './normalQuantile.js'

/** Options of {@link exponentialAverageLimit}. */
export interface ExponentialAverageLimitOptions {
  /** How often one looks, from 1. */
  readonly looks: number
  /** Values of the baseline, from 1. */
  readonly baselinePeriods: number
  /** Probability that a stable series passes the limit at any look, 0.05 to 0.20; default 0.10. */
  readonly falseAlarmProbability?: number | undefined
}

const looksOfRows = [4, 6, 12, 26, 52]
const probabilitiesOfRows = [0.05, 0.1, 0.2]
const baselineOfColumns = [6, 8, 12, 24, 52]

// Limits of the score by looks, probability of a false alarm and length of the baseline, by simulation.
const limits = [
  [
    [2.03, 2.05, 2.06, 2.11, 2.1],
    [1.71, 1.72, 1.72, 1.77, 1.77],
    [1.32, 1.33, 1.34, 1.37, 1.38],
  ],
  [
    [2.11, 2.14, 2.17, 2.23, 2.23],
    [1.8, 1.82, 1.84, 1.89, 1.9],
    [1.43, 1.43, 1.47, 1.5, 1.53],
  ],
  [
    [2.25, 2.3, 2.35, 2.41, 2.44],
    [1.94, 1.98, 2.05, 2.1, 2.14],
    [1.58, 1.62, 1.67, 1.74, 1.79],
  ],
  [
    [2.38, 2.45, 2.54, 2.63, 2.7],
    [2.09, 2.15, 2.24, 2.34, 2.41],
    [1.74, 1.8, 1.9, 2, 2.08],
  ],
  [
    [2.49, 2.6, 2.69, 2.84, 2.9],
    [2.21, 2.3, 2.41, 2.56, 2.65],
    [1.87, 1.96, 2.08, 2.23, 2.33],
  ],
]

/**
 * Gives the limit that a stable series passes at any of so many looks with a given probability.
 *
 * From a table made for weight 0.2; linear in 1/m within a row, then in the logarithm of the looks, then in the normal
 * quantile of 1 minus the probability. Looks outside 4..52 and baselines outside 6..52 take the edge.
 *
 * @param options - looks, length of the baseline, accepted probability
 * @returns the one-sided limit of the score
 */
export function exponentialAverageLimit(options: ExponentialAverageLimitOptions): number {
  assertKnownOptions(options, ['looks', 'baselinePeriods', 'falseAlarmProbability'])
  const { looks, baselinePeriods, falseAlarmProbability = 0.1 } = options
  assertInteger(looks, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.looks')
  assertInteger(baselinePeriods, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.baselinePeriods')
  if (!(falseAlarmProbability >= 0.05 && falseAlarmProbability <= 0.2)) {
    fail('INVALID_OPTION', 'options.falseAlarmProbability', 'must be from 0.05 to 0.20', falseAlarmProbability)
  }
  const byProbability = probabilitiesOfRows.map((_, row) => {
    const byLooks = limits.map((block) => {
      const inverse = baselineOfColumns.map((periods) => -1 / periods)
      return interpolate(inverse, block[row] as number[], -1 / baselinePeriods)
    })
    return interpolate(looksOfRows.map(Math.log), byLooks, Math.log(looks))
  })
  const scores = probabilitiesOfRows.map((probability) => normalQuantile(probability))
  return interpolate(scores, byProbability, normalQuantile(falseAlarmProbability))
}

/** Linear between the points, the edge outside; xs ascending. */
function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  const last = xs.length - 1
  if (x <= (xs[0] as number)) return ys[0] as number
  if (x >= (xs[last] as number)) return ys[last] as number
  const right = xs.findIndex((value) => value >= x)
  const [x0, x1, y0, y1] = [xs[right - 1], xs[right], ys[right - 1], ys[right]] as [number, number, number, number]
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
}
