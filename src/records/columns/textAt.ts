import { fail } from '../../internal/fail.js'

/** A field of a record that must be text. */
export function textAt(value: unknown, path: () => string, field: string): string {
  return typeof value === 'string' ? value : fail('INVALID_INPUT', `${path()}.${field}`, 'must be text', value)
}
