import { fail } from '../internal/fail.js'
import { assertCount, assertPlain } from '../internal/guards.js'
import type { Rate } from './model.js'

/** Events and an exposure from 0. */
export function assertRate(value: unknown, path: string): asserts value is Rate {
  assertPlain(value, path)
  assertCount(value['count'], `${path}.count`)
  const exposure = value['exposure']
  if (typeof exposure !== 'number' || !(Number.isFinite(exposure) && exposure >= 0)) {
    fail('INVALID_NUMBER', `${path}.exposure`, 'must be finite and not negative', exposure)
  }
}
