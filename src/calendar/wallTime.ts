import { zoneOffset } from './zoneOffset.js'

const dayLength = 86_400_000

/** Wall time of an instant, as the epoch milliseconds that the same reading has in UTC. */
export function wallTimeOf(instant: number, timeZone: string): number {
  return instant + zoneOffset(instant, timeZone)
}

/**
 * The instant of a wall time: the first of two where a clock change repeats it; where one skips it, moved forward by
 * the length of the gap.
 */
export function instantOfWallTime(wallTime: number, timeZone: string): number {
  if (timeZone === 'UTC') return wallTime
  const before = zoneOffset(wallTime - dayLength, timeZone)
  const after = zoneOffset(wallTime + dayLength, timeZone)
  const byBefore = wallTime - before
  if (before === after) return byBefore
  const byAfter = wallTime - after
  const beforeHolds = zoneOffset(byBefore, timeZone) === before
  const afterHolds = zoneOffset(byAfter, timeZone) === after
  if (beforeHolds && afterHolds) return Math.min(byBefore, byAfter)
  return afterHolds ? byAfter : byBefore
}
