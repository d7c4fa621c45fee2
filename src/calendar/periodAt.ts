import type { PeriodSlots } from './periodSlots.js'

/** The index of the period that an instant lies in, -1 outside. */
export function periodAt({ first, last, bounds, step, atStart }: PeriodSlots, instant: number): number {
  if (!(instant >= first && instant < last)) return -1
  if (atStart.length === 0) return searched(bounds, instant)
  const period = atStart[Math.floor((instant - first) / step)] ?? 0
  return instant >= (bounds[period + 1] ?? last) ? period + 1 : period
}

function searched(bounds: Float64Array, instant: number): number {
  let low = 0
  let high = bounds.length - 1
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((bounds[middle] ?? 0) <= instant) low = middle
    else high = middle
  }
  return low
}
