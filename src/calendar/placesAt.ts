import { periodAt } from './periodAt.js'
import type { PeriodSlots } from './periodSlots.js'

/** The index of the period that each of many instants lies in, -1 outside. */
export function placesAt(slots: PeriodSlots, instants: Float64Array): Int32Array {
  const places = new Int32Array(instants.length)
  const { first, last, bounds, step, atStart } = slots
  if (atStart.length > 0) lookUp(instants, places, first, last, step, bounds, atStart)
  else for (let index = 0; index < places.length; index += 1) places[index] = periodAt(slots, instants[index] ?? 0)
  return places
}

/** What `periodAt` does, on arrays and numbers alone: code for objects is thrown away when the last of them is. */
function lookUp(
  instants: Float64Array,
  places: Int32Array,
  first: number,
  last: number,
  step: number,
  bounds: Float64Array,
  atStart: Int32Array,
): void {
  for (let index = 0; index < places.length; index += 1) {
    const instant = instants[index] ?? 0
    if (!(instant >= first && instant < last)) {
      places[index] = -1
      continue
    }
    const period = atStart[Math.floor((instant - first) / step)] ?? 0
    places[index] = instant >= (bounds[period + 1] ?? last) ? period + 1 : period
  }
}
