import type { JsonObject } from '../measurement.js'
import type { SpendModel } from './models/models.js'

/** A model of order values as plain data of its own, for the definition of a result. */
export function plainSpendModel({ name, parameters: { p, q, v }, currency }: SpendModel): JsonObject {
  return { name, parameters: { p, q, v }, currency: currency ?? null }
}
