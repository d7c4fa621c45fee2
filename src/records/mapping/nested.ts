import { type Cell, isBlankCell, isRow } from './cells.js'
import type { RowReader } from './createRowReader.js'
import { decodeCell } from './decodeCell.js'
import type { FieldSpec } from './fieldSpec.js'

/** The rows of a list in a cell; undefined without a list, problems are those of the field `of`. */
export function readList(reader: RowReader, field: string, of: string): Record<string, unknown>[] | undefined {
  const cell = reader.cell(field)
  if (isBlankCell(cell.value)) return undefined
  if (!Array.isArray(cell.value)) return reader.report(of, 'unknown_value', cell)
  return rowsOf(reader, cell.value, cell.column, of)
}

/** The members of a list that are objects; every other one is a problem. */
export function rowsOf(
  reader: RowReader,
  list: readonly unknown[],
  column: string,
  of: string,
): Record<string, unknown>[] {
  return list.filter((item): item is Record<string, unknown> => {
    if (!isRow(item)) reader.report(of, 'unknown_value', { column, present: true, value: item })
    return isRow(item)
  })
}

/** What stands in a nested row under a dotted path; `prefix` names the column that the row stands in. */
export function cellIn(row: Record<string, unknown>, path: string, prefix: string): Cell {
  let value: unknown = row
  for (const key of path.split('.')) value = isRow(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return { column: prefix === '' ? path : `${prefix}.${path}`, present: value !== undefined, value }
}

/** The value of a nested cell; undefined when it is blank or wrong. */
export function readIn(reader: RowReader, cell: Cell, spec: FieldSpec, of: string): unknown {
  if (isBlankCell(cell.value)) return spec.required === true ? reader.report(of, 'missing', cell) : undefined
  const decoded = decodeCell(cell.value, of, spec, reader.rules)
  return 'rule' in decoded ? reader.report(of, decoded.rule, cell) : decoded.value
}
