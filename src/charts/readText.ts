import { clean } from '../internal/clean.js'
import { fail } from '../internal/fail.js'

/** A text that people wrote, clean. */
export function readText(value: unknown, path: string): string {
  if (typeof value !== 'string') fail('INVALID_INPUT', path, 'must be a text', value)
  return clean(value)
}
