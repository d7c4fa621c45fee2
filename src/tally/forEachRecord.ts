import { fail } from '../internal/fail.js'
import { isIterable } from '../internal/guards.js'

/** Calls a function with every record of an iterable; a hole or a row that is no object is an error with its index. */
export function forEachRecord<T>(source: Iterable<T>, name: string, visit: (record: T, index: number) => void): void {
  if (!isIterable(source)) {
    fail('INVALID_INPUT', name, 'must be an array or another iterable of records', source)
  }
  let index = 0
  for (const record of source) {
    if (typeof record !== 'object' || record === null) {
      fail('INVALID_INPUT', `${name}[${index}]`, 'must be a record', record)
    }
    visit(record, index)
    index += 1
  }
}
