import { localDay } from '../../calendar/localDay.js'
import { startOfLocalDay } from '../../calendar/startOfLocalDay.js'

/** The occasions of one customer in order: each purchase, or the start of each local day with one. */
export function occasionsOf(
  ascending: Float64Array,
  occasion: 'order' | 'day',
  timeZone: string,
): Float64Array | number[] {
  if (occasion === 'order') return ascending
  const days = new Set<string>()
  for (const at of ascending) days.add(localDay(at, timeZone))
  return [...days].sort().map((day) => startOfLocalDay(day, timeZone))
}
