import { fail } from '../../internal/fail.js'

/** An option that is true or false. */
export function assertFlag(value: unknown, path: string): asserts value is boolean {
  if (typeof value !== 'boolean') fail('INVALID_OPTION', path, 'must be true or false', value)
}
