import type { CellRules } from './cellRules.js'
import { type Cell, createRowCells, describeCell, type IsBlank, isBlankCell, isRow, type RowCells } from './cells.js'
import { decodeCell, textOf } from './decodeCell.js'
import type { FieldSpec } from './fieldSpec.js'
import type { RowIssue, RowRule } from './model.js'

/** Values of a field by the text of its cell. */
export interface ValuesByField {
  readonly [field: string]: { readonly [cell: string]: unknown }
}

/** What is fixed for all rows of a call. */
export interface ReaderSetup {
  /** Columns by field. */
  readonly columns: ReadonlyMap<string, readonly string[]>
  /** How cells are read. */
  readonly rules: CellRules
  /** Which cells say nothing. */
  readonly isBlank?: IsBlank | undefined
  /** Values of a field by the text of its cell. */
  readonly values?: ValuesByField | undefined
}

/** One row, asked field by field; what is wrong is collected. */
export interface RowReader {
  /** The cells of the row. */
  readonly cells: RowCells
  /** The problems so far. */
  readonly issues: RowIssue[]
  /** How cells are read. */
  readonly rules: CellRules
  /** The cell of a field. */
  cell(field: string): Cell
  /** The cell of a field in every row of a group; of its names all, or only the one at an index. */
  perRow(field: string, name?: number): Cell[]
  /** Whether the cell of a field says nothing. */
  isBlank(field: string): boolean
  /** The value of a field; undefined when it is blank or wrong. A problem is one of the field `of`. */
  read(field: string, spec: FieldSpec, of?: string): unknown
  /** The value of a field without noting a problem; undefined when it is blank or wrong. */
  peek(field: string, spec: FieldSpec): unknown
  /** The value read for a field. */
  valueOf(field: string): unknown
  /** The time of day and date read for a field; undefined without a time. */
  instantOf(field: string): number | undefined
  /** Notes a problem of a field's cell. */
  report(field: string, rule: RowRule, cell?: Cell): undefined
}

/** A reader of one row. */
export function createRowReader(input: unknown, setup: ReaderSetup): RowReader {
  const rows: readonly unknown[] = Array.isArray(input) ? input : [input]
  const isBlank = setup.isBlank ?? isBlankCell
  const cells = createRowCells(rows, isBlank)
  const instants = new Map<string, number>()
  const values = new Map<string, unknown>()
  const issues: RowIssue[] = []
  const cell = (field: string): Cell => cells.find(setup.columns.get(field) ?? [])
  const report: RowReader['report'] = (field, rule, at = cell(field)) => {
    issues.push({ column: at.column, field, rule, received: describeCell(at.value, at.present) })
    return undefined
  }
  return {
    cells,
    issues,
    rules: setup.rules,
    cell,
    perRow(field, name) {
      const names = setup.columns.get(field) ?? []
      const wanted = name === undefined ? names : names.slice(name, name + 1)
      return rows.filter(isRow).map((row) => createRowCells([row], isBlank).find(wanted))
    },
    isBlank: (field) => isBlank(cell(field).value),
    valueOf: (field) => values.get(field),
    instantOf: (field) => instants.get(field),
    report,
    peek(field, spec) {
      const found = cell(field)
      const decoded = isBlank(found.value) ? undefined : decodeCell(found.value, field, spec, setup.rules)
      return decoded !== undefined && 'value' in decoded ? decoded.value : undefined
    },
    read(field, spec, of = field) {
      const found = cell(field)
      const given: Translated = translate(found, isBlank, ownValues(setup.values, field))
      if (given.rule !== undefined) return report(of, given.rule, found)
      if (given.value === null) return null
      if (given.value === undefined) {
        if (spec.required === true) return report(of, 'missing', found)
        // A column of owners that is there but blank says that nobody owns it.
        return spec.blankIsNull === true && found.present && !given.isListed ? null : undefined
      }
      const decoded = decodeCell(given.value, field, spec, given.isOurs ? plainRules(setup.rules) : setup.rules)
      if ('rule' in decoded) return report(of, decoded.rule, found)
      if (decoded.instant !== undefined) instants.set(field, decoded.instant)
      values.set(field, decoded.value)
      return decoded.value
    },
  }
}

/** Rules of a value that is written in our own words. */
function plainRules(rules: CellRules): CellRules {
  return { timeZone: rules.timeZone, endDatesAreInclusive: rules.endDatesAreInclusive }
}

interface Translated {
  readonly value?: unknown
  readonly rule?: RowRule
  /** Whether the caller lists the values of the field. */
  readonly isListed: boolean
  /** Whether the value is in our own words. */
  readonly isOurs: boolean
}

/** The cell, or what the caller's list says for its text; undefined when blank. */
function translate(cell: Cell, isBlank: IsBlank, values: { readonly [cell: string]: unknown } | undefined): Translated {
  const blank = isBlank(cell.value)
  if (values === undefined) return { value: blank ? undefined : cell.value, isListed: false, isOurs: false }
  const text = blank ? '' : typeof cell.value === 'boolean' ? String(cell.value) : textOf(cell.value)
  if (text !== undefined && cell.present && Object.hasOwn(values, text)) {
    return { value: values[text], isListed: true, isOurs: true }
  }
  return { ...(blank ? {} : { rule: 'unknown_value' }), isListed: true, isOurs: false }
}

function ownValues(values: ValuesByField | undefined, field: string): { readonly [cell: string]: unknown } | undefined {
  return values !== undefined && Object.hasOwn(values, field) ? values[field] : undefined
}
