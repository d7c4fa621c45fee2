import { errorComplement } from './special/errorComplement.js'

/** Probability that a standard normal value lies above z, computed as a tail. */
export function normalTail(z: number): number {
  return errorComplement(z / Math.SQRT2) / 2
}
