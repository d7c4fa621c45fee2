import { silenceProbability } from '../statistics/silenceProbability.js'

// Wider than any error of the special functions: what lies between is asked exactly.
const margin = 1e-9

/**
 * Ratios of a silence to the mean gap up to which its probability is surely not below a level, by number of gaps.
 *
 * The probability falls as the silence grows, so that one search for each number of gaps replaces one special function for
 * each customer.
 */
export function silenceLimits(shape: number, level: number): (pastGaps: number) => number {
  const limits = new Map<number, number>()
  const surely = (pastGaps: number, ratio: number): boolean =>
    silenceProbability({ pastGaps, totalTime: pastGaps, elapsed: ratio }, { shape }).p >= level * (1 + margin)
  return (pastGaps) => {
    const known = limits.get(pastGaps)
    if (known !== undefined) return known
    let [low, high] = [0, 1]
    while (surely(pastGaps, high) && high < Number.MAX_SAFE_INTEGER) [low, high] = [high, 2 * high]
    while (high - low > margin * high) {
      const half = (low + high) / 2
      if (surely(pastGaps, half)) low = half
      else high = half
    }
    limits.set(pastGaps, low)
    return low
  }
}
