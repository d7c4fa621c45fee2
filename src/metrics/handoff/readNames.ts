import { fail } from '../../internal/fail.js'

/** A list of words, e.g. of reasons. */
export function readNames(names: unknown, path: string): ReadonlySet<string> {
  if (!Array.isArray(names) || names.some((name) => typeof name !== 'string')) {
    fail('INVALID_OPTION', path, 'must be a list of texts', names)
  }
  return new Set(names as string[])
}
