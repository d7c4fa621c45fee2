import type { Patterns } from './patternsOf.js'

/** The times of patterns as positions in a list of distinct ones. */
export interface TimeIndex {
  /** The distinct ages, now or at a last purchase. */
  readonly times: Float64Array
  /** By pattern, the place of the age now. */
  readonly now: Uint32Array
  /** By pattern, the place of the age at the last purchase. */
  readonly last: Uint32Array
}

/** Ages are whole days: there are few, and what depends on one alone is worked out once. */
export function indexTimes({ ageDays, ageAtLastPurchaseDays }: Patterns): TimeIndex {
  const places = new Map<number, number>()
  const placeOf = (time: number): number => {
    const known = places.get(time)
    if (known !== undefined) return known
    places.set(time, places.size)
    return places.size - 1
  }
  const now = Uint32Array.from(ageDays, placeOf)
  const last = Uint32Array.from(ageAtLastPurchaseDays, placeOf)
  return { times: Float64Array.from(places.keys()), now, last }
}
