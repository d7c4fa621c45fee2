import { fail } from '../internal/fail.js'
import { assertParameters } from './assertParameters.js'
import type { SpendModel } from './models/models.js'

/** A model of order values, fitted or typed in. */
export function assertSpendModel(model: unknown, path = 'options.spendModel'): asserts model is SpendModel {
  assertParameters(model, 'gamma-gamma', ['p', 'q', 'v'], path)
  const { currency } = model as { readonly currency?: unknown }
  if (currency !== null && currency !== undefined && typeof currency !== 'string') {
    fail('INVALID_MODEL', `${path}.currency`, 'must be text or null', currency)
  }
}
