import type { SpendParameters } from './models/models.js'

/** The expected value of an order under gamma-gamma; null where it has no finite mean. */
export function meanOrderValue(frequency: number, value: number, { p, q, v }: SpendParameters): number | null {
  if (frequency === 0 || value <= 0) return q > 1 ? (p * v) / (q - 1) : null
  const weight = p * frequency + q - 1
  return weight > 0 ? (p * (v + frequency * value)) / weight : null
}
