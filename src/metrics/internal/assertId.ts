import { fail } from '../../internal/fail.js'

/** Refuses an id that is no text. */
export function assertId(id: unknown, path: string): asserts id is string {
  if (typeof id !== 'string') fail('INVALID_INPUT', path, 'must be text', id)
}
