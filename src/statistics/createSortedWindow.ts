import { middle } from './middle.js'

/** Values of a moving window, kept in order. */
export interface SortedWindow {
  /** Adds a value. */
  add: (value: number) => void
  /** Takes a value out that is inside. */
  remove: (value: number) => void
  /** Median of the values. */
  median: () => number
  /** Median distance of the values from a number. */
  medianDistance: (from: number) => number
}

/** An empty window of at most so many values. */
export function createSortedWindow(capacity: number): SortedWindow {
  const sorted = new Float64Array(capacity)
  let size = 0
  const place = (value: number): number => {
    let [low, high] = [0, size]
    while (low < high) {
      const half = (low + high) >>> 1
      if ((sorted[half] as number) < value) low = half + 1
      else high = half
    }
    return low
  }
  return {
    add(value) {
      const at = place(value)
      sorted.copyWithin(at + 1, at, size)
      sorted[at] = value
      size += 1
    },
    remove(value) {
      const at = place(value)
      sorted.copyWithin(at, at + 1, size)
      size -= 1
    },
    median: () => middle(sorted.subarray(0, size)),
    medianDistance(from) {
      // From the middle outwards the distances come in order: of two sorted halves the nearer value is next.
      let right = place(from)
      let left = right - 1
      const nearest = new Float64Array(Math.floor(size / 2) + 1)
      for (let rank = 0; rank < nearest.length; rank++) {
        const below = left < 0 ? Number.POSITIVE_INFINITY : from - (sorted[left] as number)
        const above = right >= size ? Number.POSITIVE_INFINITY : (sorted[right] as number) - from
        nearest[rank] = Math.min(below, above)
        if (below < above) left -= 1
        else right += 1
      }
      const last = nearest[nearest.length - 1] as number
      return size % 2 === 1 ? last : (last + (nearest[nearest.length - 2] as number)) / 2
    },
  }
}
