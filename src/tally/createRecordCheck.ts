import { fail } from '../internal/fail.js'
import type { Content } from './createIdCheck.js'

/**
 * A function that tells whether a record's id is new; false for one that was seen with equal content.
 *
 * The record is remembered as it is, and what it says is asked only when its id comes again: most ids come once. So an
 * iterable must give every record as an object of its own, not one object with changing fields.
 */
export function createRecordCheck<T extends object>(
  name: string,
  contentOf: (record: T, index: number) => Content,
): (id: string, record: T, index: number) => boolean {
  const seen = new Map<string, T>()
  return (id, record, index) => {
    const present = seen.get(id)
    if (present === undefined) {
      seen.set(id, record)
      return true
    }
    const [first, second] = [contentOf(present, index), contentOf(record, index)]
    if (first.length !== second.length || first.some((field, at) => !Object.is(field, second[at]))) {
      fail('CONFLICTING_RECORDS', `${name}[${index}].id`, 'one id has one content', 'two contents')
    }
    return false
  }
}
