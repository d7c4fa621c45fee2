/** Bounds of periods, made ready for looking up many instants. */
export interface PeriodSlots {
  /** First and last bound: outside there is no period. */
  readonly first: number
  readonly last: number
  /** All bounds, ascending. */
  readonly bounds: Float64Array
  /** Milliseconds of a slot. */
  readonly step: number
  /** The period at the start of each slot; empty where slots would take too much room. */
  readonly atStart: Int32Array
}

/** More slots than this cost more memory than a binary search costs time. */
const maximumSlots = 2 ** 20

/**
 * A uniform grid of slots, each at most half as long as the shortest period, so that a slot holds at most one bound.
 *
 * Exact for any ascending bounds; `periodAt` looks an instant up by one array read and one comparison.
 */
export function periodSlots(given: readonly number[]): PeriodSlots {
  const bounds = Float64Array.from(given)
  const first = bounds[0] ?? 0
  const last = bounds.at(-1) ?? 0
  let shortest = last - first
  for (let index = 1; index < bounds.length; index += 1) {
    shortest = Math.min(shortest, (bounds[index] ?? 0) - (bounds[index - 1] ?? 0))
  }
  const step = Math.max(1, Math.floor(shortest / 2))
  const slots = Math.ceil((last - first) / step)
  const atStart = new Int32Array(slots > maximumSlots ? 0 : slots)
  for (let slot = 0, period = 0; slot < atStart.length; slot += 1) {
    while ((bounds[period + 1] ?? last) <= first + slot * step) period += 1
    atStart[slot] = period
  }
  return { first, last, bounds, step, atStart }
}
