import { fail } from '../internal/fail.js'
import { assertArray, assertFinite } from '../internal/guards.js'

/** Finite numbers without a gap, not more than so many. */
export function assertNumbers(values: unknown, path: string, maximum: number): asserts values is readonly number[] {
  assertArray(values, path)
  if (values.length > maximum) fail('TOO_LARGE', path, `must have ${maximum} values at most`, values.length)
  for (let index = 0; index < values.length; index++) {
    if (values[index] === null) fail('INVALID_INPUT', `${path}[${index}]`, 'must be a number', null)
    assertFinite(values[index], `${path}[${index}]`)
  }
}
