import { fail } from '../internal/fail.js'
import { assertOneOf } from '../internal/guards.js'
import { assertParameters } from './assertParameters.js'
import type { PurchaseModel } from './models/models.js'
import { parameterNames } from './parameterNames.js'

const names = ['mbg-nbd', 'bg-nbd', 'pareto-nbd'] as const

/** A purchase model as given; INVALID_MODEL unless it has a known name, positive parameters and a positive unit. */
export function readModel(value: unknown, path = 'options.model'): PurchaseModel {
  if (typeof value !== 'object' || value === null) fail('INVALID_MODEL', path, 'must be a model', value)
  const { name, timeUnitDays } = value as Record<string, unknown>
  assertOneOf(name, names, `${path}.name`, 'INVALID_MODEL')
  assertParameters(value, name, parameterNames(name), path)
  if (typeof timeUnitDays !== 'number' || !Number.isFinite(timeUnitDays) || timeUnitDays <= 0) {
    fail('INVALID_MODEL', `${path}.timeUnitDays`, 'must be above 0', timeUnitDays)
  }
  return value as PurchaseModel
}
