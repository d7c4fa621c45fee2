import { fail } from '../../internal/fail.js'
import { assertPlain, isIterable } from '../../internal/guards.js'
import type { ColumnKind } from '../../tally/columnFacts.js'
import { isColumns } from '../../tally/isColumns.js'
import { isTally } from '../../tally/isTally.js'
import { type Feed, readSource } from '../../tally/readSource.js'
import { rowsOfArrays } from './rowsOfArrays.js'

/** How records of a kind become columns. */
export interface EncodePlan<T, C> {
  /** What the records are called in the path of an error. */
  readonly name: string
  readonly kind: ColumnKind
  /** Fields that parallel arrays must have. */
  readonly required: readonly string[]
  /** Begins with what fields there can be: every one of records, those given of arrays, where blank ones are absent. */
  readonly start: (has: (field: string) => boolean, areArrays: boolean) => Feed<T, C>
  /** Checks columns that were made before. */
  readonly check: (columns: object) => C
}

/** Columns of records, a stream, parallel arrays, or of columns. */
export function encodeSource<T, C>(source: object, plan: EncodePlan<T, C>): C | Promise<C> {
  const { name, kind, required, start, check } = plan
  if (isTally(source)) fail('INVALID_INPUT', name, 'must be records, no tally', 'a tally')
  if (isColumns(source)) {
    if (source.columns !== kind) fail('INVALID_INPUT', name, `must be columns of ${kind}`, 'other columns')
    return check(source)
  }
  if (isIterable(source) || isAsync(source)) return readSource(source, { name }, () => start(() => true, false))
  assertPlain(source, name)
  const { rows, has } = rowsOfArrays(source, name, required)
  return readSource(rows, { name }, () => start(has, true))
}

function isAsync(source: unknown): boolean {
  try {
    return (
      typeof source === 'object' && source !== null && typeof Reflect.get(source, Symbol.asyncIterator) === 'function'
    )
  } catch {
    return false
  }
}
