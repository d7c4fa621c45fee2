import { inverseErfc } from './special/inverseErfc.js'

/** The z below which the standard normal law has probability p. */
export function normalQuantile(p: number): number {
  return -Math.SQRT2 * inverseErfc(2 * p)
}
