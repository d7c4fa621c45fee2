import { fail } from '../internal/fail.js'
import { assertOneOf } from '../internal/guards.js'
import type { Content } from './createIdCheck.js'
import { createIdTable } from './createIdTable.js'
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
export function createRecordCheck<T extends { readonly id?: string | undefined }>(
  name: string,
  contentOf: (record: T, index: number) => Content,
  { source, duplicates = 'check' }: CheckedSource = {},
): (id: string | undefined, record: T, index: number) => boolean {
  assertOneOf(duplicates, ['check', 'trusted'], 'options.duplicates')
  if (isColumns(source)) return (_id, record) => (record as MarkedRow)[rowReason] !== 'duplicate'
  if (duplicates === 'trusted') return () => true
  const records: T[] = []
  const positionOf = createIdTable((position) => records[position]?.id ?? '')
  return (id, record, index) => {
    const position = id === undefined ? -1 : positionOf(id)
    if (position < 0) {
      if (id !== undefined) records.push(record)
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
