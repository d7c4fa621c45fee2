import { fail } from '../../internal/fail.js'

/** Columns by field: known fields, names that are text. */
export function assertColumns(
  columns: unknown,
  path: string,
  isField: (field: string) => boolean,
): asserts columns is { readonly [field: string]: string } {
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns)) {
    fail('INVALID_OPTION', path, 'must be an object', columns)
  }
  for (const [field, name] of Object.entries(columns)) {
    if (!isField(field)) fail('INVALID_OPTION', path, 'must name fields of the model', 'unknown field')
    if (typeof name !== 'string' || name.trim() === '') fail('INVALID_OPTION', path, 'must name columns', name)
  }
}
