import { fail } from '../internal/fail.js'
import { isIterable } from '../internal/guards.js'
import { type ColumnKind, columnFacts } from './columnFacts.js'
import { isColumns } from './isColumns.js'

/**
 * Calls a function with every record of an iterable; a hole or a row that is no object is an error with its index.
 *
 * Where columns may stand for the records, their kinds are named: then a row of them is a record like another.
 */
export function forEachRecord<T>(
  source: Iterable<T> | { readonly columns: string },
  name: string,
  visit: (record: T, index: number) => void,
  columns: readonly ColumnKind[] = [],
): void {
  const records = isColumns(source) ? rowsOf(source, name, columns) : source
  if (!isIterable(records)) {
    fail('INVALID_INPUT', name, 'must be an array or another iterable of records', source)
  }
  let index = 0
  for (const record of records) {
    if (typeof record !== 'object' || record === null) {
      fail('INVALID_INPUT', `${name}[${index}]`, 'must be a record', record)
    }
    visit(record as T, index)
    index += 1
  }
}

function rowsOf(source: object, name: string, columns: readonly ColumnKind[]): Iterable<object> {
  const [kind] = columns
  const { rows } = columnFacts(source, name, columns)
  return rows(kind ?? 'orders')
}
