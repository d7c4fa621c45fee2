import { positiveZero } from '../internal/positiveZero.js'

/** An estimate between its limits. */
export interface BoundedEstimate {
  /** The estimate. */
  value: number
  /** Lower limit. */
  lower: number
  /** Upper limit. */
  upper: number
}

/** Difference of two estimates with limits from theirs: the distances that lie on the same side, squared and added. */
export function squareAndAdd(
  first: BoundedEstimate,
  second: BoundedEstimate,
): { difference: number; lower: number; upper: number } {
  const difference = first.value - second.value
  const below = Math.hypot(first.value - first.lower, second.upper - second.value)
  const above = Math.hypot(first.upper - first.value, second.value - second.lower)
  return {
    difference: positiveZero(difference),
    lower: positiveZero(difference - below),
    upper: positiveZero(difference + above),
  }
}
