import { errorComplement } from './special/errorComplement.js'

/** Two-sided p-value of a normal score. */
export function twoSidedNormal(z: number): number {
  return errorComplement(Math.abs(z) / Math.SQRT2)
}
