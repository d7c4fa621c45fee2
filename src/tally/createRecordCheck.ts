import { fail } from '../internal/fail.js'
import { assertOneOf } from '../internal/guards.js'
import type { Content } from './createIdCheck.js'
import { createIdTable } from './createIdTable.js'
import type { DuplicateRule } from './model.js'

/** Who answers for the ids of the records. */
export interface CheckedSource {
  readonly duplicates?: DuplicateRule | undefined
}

/**
 * A function that tells whether a record's id is new; false for one that was seen with equal content.
 *
 * The record is remembered as it is, and what it says is asked only when its id comes again: most ids come once. So an
 * iterable must give every record as an object of its own, not one object with changing fields. With `'trusted'` the
 * caller vouches for the ids, and every one is new.
 */
export function createRecordCheck<T extends { readonly id?: string | undefined }>(
  name: string,
  contentOf: (record: T, index: number) => Content,
  { duplicates = 'check' }: CheckedSource = {},
): (id: string, record: T, index: number) => boolean {
  assertOneOf(duplicates, ['check', 'trusted'], 'options.duplicates')
  if (duplicates === 'trusted') return () => true
  const records: T[] = []
  const positionOf = createIdTable((position) => records[position]?.id ?? '')
  return (id, record, index) => {
    const position = positionOf(id)
    if (position < 0) {
      records.push(record)
      return true
    }
    const present = records[position] as T
    const [first, second] = [contentOf(present, index), contentOf(record, index)]
    if (first.length !== second.length || first.some((field, at) => !Object.is(field, second[at]))) {
      fail('CONFLICTING_RECORDS', `${name}[${index}].id`, 'one id has one content', 'two contents')
    }
    return false
  }
}
