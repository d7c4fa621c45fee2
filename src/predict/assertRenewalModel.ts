import { assertParameters } from './assertParameters.js'
import type { RenewalModel } from './models/models.js'

/** A model of renewals, fitted or typed in. */
export function assertRenewalModel(model: unknown, path = 'options.model'): asserts model is RenewalModel {
  assertParameters(model, 'shifted-beta-geometric', ['alpha', 'beta'], path)
}
