import { fail } from '../internal/fail.js'
import { assertCount, assertPlain } from '../internal/guards.js'
import type { Proportion } from './model.js'

/** A proportion whose successes are among its trials. */
export function assertProportion(value: unknown, path: string): asserts value is Proportion {
  assertPlain(value, path)
  assertCount(value['successes'], `${path}.successes`)
  assertCount(value['trials'], `${path}.trials`)
  if (value['successes'] > value['trials']) {
    fail('COUNT_EXCEEDS_BASE', `${path}.successes`, 'must not exceed the trials', value['successes'])
  }
}
