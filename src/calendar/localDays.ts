import { zoneOffset } from './zoneOffset.js'

/** The offsets of a zone between two instants, found once: a local day is then a division. */
export interface LocalDays {
  /** When each offset begins, ascending; the first holds before as well. */
  readonly from: Float64Array
  /** Milliseconds to add for the wall time. */
  readonly offsets: Float64Array
}

const dayLength = 86_400_000

/** Finds the offsets of a zone that hold between two instants: one look a day, and a bisection where two differ. */
export function localDays(start: number, end: number, timeZone: string): LocalDays {
  const from = [start]
  const offsets = [zoneOffset(start, timeZone)]
  for (let at = start; at < end; at += dayLength) {
    const next = Math.min(end, at + dayLength)
    const offset = zoneOffset(next, timeZone)
    if (offset === offsets.at(-1)) continue
    from.push(changeBetween(at, next, timeZone))
    offsets.push(offset)
  }
  return { from: Float64Array.from(from), offsets: Float64Array.from(offsets) }
}

/** The first instant at which the later of two different offsets holds. */
function changeBetween(before: number, after: number, timeZone: string): number {
  const offset = zoneOffset(after, timeZone)
  let [low, high] = [before, after]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (zoneOffset(middle, timeZone) === offset) high = middle
    else low = middle
  }
  return high
}
