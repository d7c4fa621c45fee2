import { positiveZero } from '../internal/positiveZero.js'
import { binomialTails } from './binomialTails.js'
import type { Rate } from './model.js'
import { normalQuantile } from './normalQuantile.js'
import type { PooledRates } from './poolRates.js'
import { studentTTail } from './studentTTail.js'

/** How unlikely so many events are against a baseline. */
export interface SpikeProbability {
  /** One-sided mid-p of the count given both counts. */
  midP: number
  /** Its normal score. */
  z: number
  /** The score over the root of a dispersion above 1. */
  zAdjusted: number
  /** One-sided p-value of the adjusted score. */
  pAdjusted: number
}

const smallestProbability = 1e-300

/** Judges one rate with an exposure above 0 against a baseline of at least one period. */
export function spikeProbability(baseline: PooledRates, current: Rate): SpikeProbability {
  const total = baseline.count + current.count
  const { point, less, greater } = binomialTails(
    current.count,
    total,
    current.exposure / (current.exposure + baseline.exposure),
  )
  const midP = greater - point / 2
  // From the smaller tail: the score of a probability near 1 has lost its digits.
  const score = (tail: number) => -normalQuantile(Math.max(smallestProbability, tail))
  const z = positiveZero(midP <= 0.5 ? score(midP) : -score(less - point / 2))
  const dispersion = baseline.dispersion ?? 1
  if (dispersion <= 1) return { midP, z, zAdjusted: z, pAdjusted: midP }
  const zAdjusted = positiveZero(z / Math.sqrt(dispersion))
  return { midP, z, zAdjusted, pAdjusted: studentTTail(zAdjusted, baseline.periods - 1) }
}
