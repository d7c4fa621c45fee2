import { fail } from '../internal/fail.js'
import { assertOneOf } from '../internal/guards.js'
import type { DuplicateRule } from './model.js'

/** What a record says, field by field, decoded. */
export type Content = readonly (string | number | boolean | null | undefined)[]

/**
 * A function that tells whether an id is new; false for a record that was seen with equal content.
 *
 * Content is given as decoded fields, so that `10.0` equals `10.00` and one instant equals itself in another notation.
 * With `'trusted'` the caller vouches for the ids, and every one is new.
 */
export function createIdCheck(
  name: string,
  duplicates: DuplicateRule = 'check',
): (id: string, content: Content, index: number) => boolean {
  assertOneOf(duplicates, ['check', 'trusted'], 'options.duplicates')
  if (duplicates === 'trusted') return () => true
  const seen = new Map<string, Content>()
  return (id, content, index) => {
    const present = seen.get(id)
    if (present === undefined) {
      seen.set(id, content)
      return true
    }
    if (present.length !== content.length || present.some((field, at) => !Object.is(field, content[at]))) {
      fail('CONFLICTING_RECORDS', `${name}[${index}].id`, 'one id has one content', 'two contents')
    }
    return false
  }
}
