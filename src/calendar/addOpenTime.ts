import { addLocalDays } from './addLocalDays.js'
import type { OpenTime } from './createOpenTime.js'

/** A duration not reached within so many days is never reached. */
const maximumDays = 400

/** Looked at in steps: most targets are reached within days. */
const stepDays = 10

/** The earliest instant at which a duration of open time has passed since a start, or null. */
export function addOpenTime(start: number, duration: number, openTime: OpenTime): number | null {
  if (duration <= 0) return start
  let missing = duration
  for (let day = 0; day < maximumDays; day += stepDays) {
    const from = addLocalDays(start, day, 'UTC')
    for (const window of openTime.windows(from, addLocalDays(start, day + stepDays, 'UTC'))) {
      const length = window.end - window.start
      if (length >= missing) return window.start + missing
      missing -= length
    }
  }
  return null
}
