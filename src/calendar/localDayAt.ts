import type { LocalDays } from './localDays.js'

const dayLength = 86_400_000

/** The calendar day of an instant, as days from 1970-01-01. */
export function localDayAt({ from, offsets }: LocalDays, instant: number): number {
  let low = 0
  let high = from.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((from[middle] ?? 0) <= instant) low = middle
    else high = middle
  }
  return Math.floor((instant + (offsets[low] ?? 0)) / dayLength)
}
