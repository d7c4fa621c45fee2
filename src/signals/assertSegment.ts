import { fail } from '../internal/fail.js'
import { assertPlain } from '../internal/guards.js'

/** The segment of what is judged: texts by name, or nothing for the whole. */
export function assertSegment(segment: unknown, path: string): void {
  if (segment === undefined) return
  assertPlain(segment, path)
  for (const [name, value] of Object.entries(segment)) {
    if (typeof value !== 'string') fail('INVALID_INPUT', `${path}.${name}`, 'must be a text', value)
  }
}
