import { fail } from '../internal/fail.js'
import { assertArray, assertFinite } from '../internal/guards.js'
import type { Values } from './model.js'

/** Numbers or nulls, not more than a quadratic test can take in reasonable time. */
export function assertValues(values: unknown, path: string, maximum: number): asserts values is Values {
  assertArray(values, path)
  if (values.length > maximum) fail('TOO_LARGE', path, `must have ${maximum} values at most`, values.length)
  for (let index = 0; index < values.length; index++) {
    if (values[index] !== null) assertFinite(values[index], `${path}[${index}]`)
  }
}

/** The most values that a test over all pairs takes. */
export const maximumPairedValues = 5_000

/** The most values that a statistic of one series takes. */
export const maximumValues = 1_000_000
