import { incompleteBeta } from './special/incompleteBeta.js'

/** Probability that a Student t value of so many degrees of freedom lies above t, computed as a tail. */
export function studentTTail(t: number, degreesOfFreedom: number): number {
  if (t < 0) return 1 - studentTTail(-t, degreesOfFreedom)
  const square = t * t
  const half = degreesOfFreedom / 2
  // Of the two forms of the same integral, the one whose argument is small keeps its digits.
  return square < degreesOfFreedom
    ? incompleteBeta(square / (degreesOfFreedom + square), 0.5, half, true) / 2
    : incompleteBeta(degreesOfFreedom / (degreesOfFreedom + square), half, 0.5) / 2
}
