import { fail } from '../internal/fail.js'

/** A text: an id, a title, a code. */
export function assertText(value: unknown, path: string): asserts value is string {
  if (typeof value !== 'string') fail('INVALID_INPUT', path, 'must be text', value)
}
