import { incompleteGamma } from './special/incompleteGamma.js'

/** Probability that a chi-square value of so many degrees of freedom lies above x, computed as a tail. */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  return x <= 0 ? 1 : incompleteGamma(x / 2, degreesOfFreedom / 2, true)
}
