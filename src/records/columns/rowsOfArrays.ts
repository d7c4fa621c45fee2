import { fail } from '../../internal/fail.js'

/** Parallel arrays as rows. */
export interface ArrayRows {
  readonly rows: Iterable<object>
  /** Whether there is an array of a field. */
  readonly has: (field: string) => boolean
}

/** The rows of plain parallel arrays of equal length: a null is a field that is absent. */
export function rowsOfArrays(arrays: object, name: string, required: readonly string[]): ArrayRows {
  const fields = Object.entries(arrays)
  for (const field of required) {
    if (!Object.hasOwn(arrays, field))
      fail('INVALID_INPUT', `${name}.${field}`, 'must be an array of the field', undefined)
  }
  const [, first] = fields[0] ?? []
  for (const [field, values] of fields) {
    if (!isList(values)) fail('INVALID_INPUT', `${name}.${field}`, 'must be an array', values)
    if (values.length !== (first as ArrayLike<unknown>).length) {
      fail('INVALID_INPUT', `${name}.${field}`, 'must be as long as the other arrays', values)
    }
  }
  return { rows: rowsOf(fields as [string, ArrayLike<unknown>][]), has: (field) => Object.hasOwn(arrays, field) }
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)
}

function* rowsOf(fields: readonly [string, ArrayLike<unknown>][]): Iterable<object> {
  const length = fields[0]?.[1].length ?? 0
  for (let row = 0; row < length; row += 1) {
    const record = Object.create(null) as Record<string, unknown>
    for (const [field, values] of fields) {
      const value = values[row]
      if (value !== null && value !== undefined) record[field] = value
    }
    yield record
  }
}
