import { inverseIncompleteBeta } from './special/inverseIncompleteBeta.js'

/** The t below which Student's law of so many degrees of freedom has probability p. */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  if (p === 0.5) return 0
  const half = degreesOfFreedom / 2
  const tails = 2 * Math.min(p, 1 - p)
  const far = inverseIncompleteBeta(tails, half, 0.5)
  // Near the middle the first form cancels; the complement of the same integral keeps its digits.
  const near = far < 0.5 ? 1 - far : inverseIncompleteBeta(tails, 0.5, half, true)
  const t = Math.sqrt((degreesOfFreedom * near) / (far < 0.5 ? far : 1 - near))
  return p < 0.5 ? -t : t
}
