/** More slots than this cost more memory than a binary search costs time. */
const maximumSlots = 2 ** 20

/**
 * A function from an instant to the index of its period, -1 outside.
 *
 * A uniform grid of slots, each at most half as long as the shortest period, so that a slot holds at most one bound:
 * a lookup is one array read and one comparison. Exact for any ascending bounds.
 */
export function createPeriodFinder(bounds: readonly number[]): (instant: number) => number {
  const first = bounds[0] ?? 0
  const last = bounds.at(-1) ?? 0
  let shortest = last - first
  for (let index = 1; index < bounds.length; index += 1) {
    shortest = Math.min(shortest, (bounds[index] ?? 0) - (bounds[index - 1] ?? 0))
  }
  const step = Math.max(1, Math.floor(shortest / 2))
  const slots = Math.ceil((last - first) / step)
  if (bounds.length < 2) return () => -1
  return slots > maximumSlots ? searchFinder(bounds) : slotFinder(bounds, step, slots)
}

function slotFinder(bounds: readonly number[], step: number, slots: number): (instant: number) => number {
  const first = bounds[0] ?? 0
  const last = bounds.at(-1) ?? 0
  const ends = Float64Array.from(bounds)
  const atStart = new Int16Array(slots)
  for (let slot = 0, period = 0; slot < slots; slot += 1) {
    while ((ends[period + 1] ?? last) <= first + slot * step) period += 1
    atStart[slot] = period
  }
  return (instant) => {
    if (!(instant >= first && instant < last)) return -1
    const period = atStart[Math.floor((instant - first) / step)] ?? 0
    return instant >= (ends[period + 1] ?? last) ? period + 1 : period
  }
}

function searchFinder(bounds: readonly number[]): (instant: number) => number {
  return (instant) => {
    if (!(instant >= (bounds[0] ?? 0) && instant < (bounds.at(-1) ?? 0))) return -1
    let low = 0
    let high = bounds.length - 1
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((bounds[middle] ?? 0) <= instant) low = middle
      else high = middle
    }
    return low
  }
}
