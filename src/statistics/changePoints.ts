import { assertInteger, assertKnownOptions } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import { assertFrom } from './assertFrom.js'
import { assertNumbers } from './assertNumbers.js'
import { maximumPairedValues } from './assertValues.js'
import { movingRangeMean, movingRanges } from './movingRanges.js'

/** Options of {@link changePoints}. */
export interface ChangePointsOptions {
  /** Standard deviation of one value about its level, above 0; default the mean moving range over 2/√π. */
  readonly sigma?: number | undefined
  /** Cost of a change in squared standard deviations, from 0; default 3 ln n. */
  readonly penalty?: number | undefined
  /** Fewest values of a level, from 1; default 2. */
  readonly minimumSegment?: number | undefined
}

/** Result of {@link changePoints}. */
export interface Segmentation {
  /** First index of every level but the first. */
  changepoints: number[]
  /** Mean of every level. */
  means: number[]
  /** Squared deviations from the levels over sigma², plus the penalties. */
  cost: number
}

/** Costs this close, relatively, are the same: the earlier change wins. */
const tolerance = 1e-12

/**
 * Cuts a series into levels, exactly.
 *
 * Minimises `Σ (x − mean of its level)²/σ² + penalty × changes` over all segmentations by optimal partitioning. It dates a
 * step, it does not prove one: on a stable series it finds a change in 9, 5, 2 and 1 % of cases at 12, 26, 52 and 104
 * values (25 to 33 % with a lag-1 correlation of 0.3), and it cuts a straight decline into steps.
 *
 * @param values - numbers in order of time, without gaps; 5,000 at most
 * @param options - spread, penalty and shortest level
 * @returns first indices, means of the levels in the unit of the values, and the cost; no change below two levels' length
 * or without spread
 * @throws {@link RetentionOkrError} INVALID_INPUT for a null among the values, INVALID_NUMBER for NaN and infinity
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option out of range, TOO_LARGE above 5,000 values
 * @example
 * ```ts
 * import { changePoints } from 'retention-okr/statistics'
 *
 * const { changepoints, means } = changePoints([10, 10.1, 9.9, 10, 10.2, 9.8, 14.1, 13.9], { sigma: 0.2 })
 * changepoints // => [6]
 * means // => [10, 14]
 * ```
 * @see Jackson 2005, An algorithm for optimal partitioning of data on an interval
 * @since 0.1.0
 */
export function changePoints(values: readonly number[], options: ChangePointsOptions = {}): Segmentation {
  assertNumbers(values, 'values', maximumPairedValues)
  assertKnownOptions(options, ['sigma', 'penalty', 'minimumSegment'])
  const { minimumSegment = 2, sigma: given, penalty = 3 * Math.log(Math.max(1, values.length)) } = options
  if (given !== undefined) assertFrom(given, 'options.sigma', false)
  assertFrom(penalty, 'options.penalty', true)
  assertInteger(minimumSegment, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumSegment')
  if (values.length === 0) return { changepoints: [], means: [], cost: 0 }
  const sigma = given ?? spreadOf(values)
  if (sigma === 0) return { changepoints: [], means: [meanBetween(values, 0, values.length)], cost: 0 }
  const costOf = segmentCosts(values, sigma)
  const { starts, cost } = cheapest(values.length, minimumSegment, penalty, costOf)
  const means = starts.map((start, index) => meanBetween(values, start, starts[index + 1] ?? values.length))
  return { changepoints: starts.slice(1), means, cost }
}

function spreadOf(values: readonly number[]): number {
  const ranges = movingRanges(values)
  if (ranges.length === 0) return 0
  return ranges.reduce((sum, range) => sum + range, 0) / ranges.length / movingRangeMean
}

/** Squared deviations of a stretch from its mean, in squared sigmas, from running sums. */
function segmentCosts(values: readonly number[], sigma: number): (start: number, end: number) => number {
  // About the mean of all, so that a large offset does not eat the digits of the squares.
  const center = meanBetween(values, 0, values.length)
  const sums = new Float64Array(values.length + 1)
  const squares = new Float64Array(values.length + 1)
  values.forEach((value, index) => {
    const deviation = (value - center) / sigma
    sums[index + 1] = (sums[index] as number) + deviation
    squares[index + 1] = (squares[index] as number) + deviation * deviation
  })
  return (start, end) => {
    const sum = (sums[end] as number) - (sums[start] as number)
    return Math.max(0, (squares[end] as number) - (squares[start] as number) - (sum * sum) / (end - start))
  }
}

/** First indices of the segments of the cheapest segmentation, and its cost. */
function cheapest(n: number, shortest: number, penalty: number, costOf: (start: number, end: number) => number) {
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const lastStart = new Int32Array(n + 1)
  best[0] = -penalty
  for (let end = Math.min(shortest, n); end <= n; end++) {
    // A series shorter than one segment is one level all the same.
    const latest = Math.max(0, end - shortest)
    for (let start = 0; start <= latest; start++) {
      const cost = (best[start] as number) + penalty + costOf(start, end)
      const known = best[end] as number
      if (cost < known - tolerance * Math.max(1, Math.abs(cost))) {
        best[end] = cost
        lastStart[end] = start
      }
    }
  }
  const starts: number[] = []
  for (let end = n; end > 0; end = lastStart[end] as number) starts.unshift(lastStart[end] as number)
  return { starts, cost: best[n] as number }
}

function meanBetween(values: readonly number[], start: number, end: number): number {
  let sum = 0
  for (let index = start; index < end; index++) sum += values[index] as number
  return positiveZero(sum / (end - start))
}
