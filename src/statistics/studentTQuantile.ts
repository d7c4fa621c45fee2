import { inverseIncompleteBeta } from './special/inverseIncompleteBeta.js'

/** The t below which Student's law of so many degrees of freedom has probability p; p above one half. */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  const x = inverseIncompleteBeta(2 * (1 - p), degreesOfFreedom / 2, 0.5)
  return Math.sqrt(degreesOfFreedom * (1 / x - 1))
}
