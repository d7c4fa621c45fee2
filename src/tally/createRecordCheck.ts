import { fail } from '../internal/fail.js'
import { assertOneOf } from '../internal/guards.js'
import type { Content } from './createIdCheck.js'
import { isColumns } from './isColumns.js'
import type { DuplicateRule } from './model.js'
import { type MarkedRow, rowReason } from './rowMarks.js'

/** Where the records come from, and who answers for their ids. */
export interface CheckedSource {
  readonly source?: object | undefined
  readonly duplicates?: DuplicateRule | undefined
}

/**
 * A function that tells whether a record's id is new; false for one that was seen with equal content.
 *
 * The record is remembered as it is, and what it says is asked only when its id comes again: most ids come once. So an
 * iterable must give every record as an object of its own, not one object with changing fields. Columns were checked
 * when they were made: a row of them is marked where it is a twin. A record without an id is new.
 */
export function createRecordCheck<T extends object>(
  name: string,
  contentOf: (record: T, index: number) => Content,
  { source, duplicates = 'check' }: CheckedSource = {},
): (id: string | undefined, record: T, index: number) => boolean {
  assertOneOf(duplicates, ['check', 'trusted'], 'options.duplicates')
  if (isColumns(source)) return (_id, record) => (record as MarkedRow)[rowReason] !== 'duplicate'
  if (duplicates === 'trusted') return () => true
  const seen = new Map<string, T>()
  return (id, record, index) => {
    const present = id === undefined ? undefined : seen.get(id)
    if (present === undefined) {
      if (id !== undefined) seen.set(id, record)
      return true
    }
    const [first, second] = [contentOf(present, index), contentOf(record, index)]
    if (first.length !== second.length || first.some((field, at) => !Object.is(field, second[at]))) {
      fail('CONFLICTING_RECORDS', `${name}[${index}].id`, 'one id has one content', 'two contents')
    }
    return false
  }
}
