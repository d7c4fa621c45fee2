import { periodAt } from './periodAt.js'
import { periodSlots } from './periodSlots.js'

/** A function from an instant to the index of its period, -1 outside; exact for any ascending bounds. */
export function createPeriodFinder(bounds: readonly number[]): (instant: number) => number {
  const slots = periodSlots(bounds)
  return (instant) => periodAt(slots, instant)
}
