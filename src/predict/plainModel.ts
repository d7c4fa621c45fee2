import type { JsonObject } from '../measurement.js'
import type { PurchaseModel } from './models/models.js'
import { parameterNames } from './parameterNames.js'

/** A model as plain data of its own, for the definition of a result. */
export function plainModel({ name, parameters, timeUnitDays }: PurchaseModel): JsonObject {
  const values: Readonly<Record<string, number>> = { ...parameters }
  return {
    name,
    parameters: Object.fromEntries(parameterNames(name).map((parameter) => [parameter, values[parameter] ?? 0])),
    timeUnitDays,
  }
}
