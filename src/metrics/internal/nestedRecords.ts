import { fail } from '../../internal/fail.js'
import { assertArray } from '../../internal/guards.js'

/** A list of records inside a record; what is no record is an error with its place. */
export function nestedRecords<T>(list: readonly T[], path: string): readonly T[] {
  assertArray(list, path)
  list.forEach((item: unknown, index) => {
    if (typeof item !== 'object' || item === null) fail('INVALID_INPUT', `${path}[${index}]`, 'must be a record', item)
  })
  return list as readonly T[]
}
