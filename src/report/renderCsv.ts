import { clean } from '../internal/clean.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertKnownOptions, assertOneOf, assertPlain, isIterable } from '../internal/guards.js'
import type { Table } from '../locales/model.js'

/** Options of {@link renderCsv}. */
export interface RenderCsvOptions {
  /** One character between cells; default `,`. */
  readonly separator?: string | undefined
  /** Decimal sign of numbers; default `.`. */
  readonly decimal?: '.' | ',' | undefined
  /** Whether a text that a spreadsheet would run as a formula is disarmed; default true. */
  readonly guard?: boolean | undefined
  /** Whether the text begins with a byte order mark, which Excel asks for; default false. */
  readonly byteOrderMark?: boolean | undefined
  /** Whether the first line names the columns; default true. */
  readonly header?: boolean | undefined
}

/** One row of a flat table. */
export interface FlatRow {
  /** A cell by its column. */
  readonly [key: string]: string | number | boolean | null | undefined
}

/**
 * Writes a table as CSV that spreadsheets open as it was meant.
 *
 * Cells are quoted as RFC 4180 says, lines end with CR LF, nulls are empty, numbers are not rounded. A text that begins
 * with a sign of a formula gets an apostrophe before it; numbers never do.
 *
 * @param table - a table of the report or of a chart, or flat rows
 * @param options - separator, decimal sign, guard, byte order mark, header
 * @returns CSV text; empty for no columns
 * @throws {@link RetentionOkrError} INVALID_OPTION for a separator that is the decimal sign or not one character
 * @throws {@link RetentionOkrError} INVALID_INPUT for a cell that is no text and no number
 * @example
 * ```ts
 * import { renderCsv } from 'retention-okr/report'
 *
 * renderCsv([{ name: '=1+1', rate: -0.5 }]) // => "name,rate\r\n'=1+1,-0.5\r\n"
 * ```
 * @see RFC 4180, Common format and MIME type for comma-separated values files; CWE-1236
 * @since 0.1.0
 */
export function renderCsv(table: Table | readonly FlatRow[], options: RenderCsvOptions = {}): string {
  assertKnownOptions(options, ['separator', 'decimal', 'guard', 'byteOrderMark', 'header'])
  const { separator = ',', decimal = '.', guard = true, byteOrderMark = false, header = true } = options
  assertOneOf(decimal, ['.', ','], 'options.decimal')
  if (
    typeof separator !== 'string' ||
    separator.length !== 1 ||
    separator === decimal ||
    /["\r\n\uD800-\uDFFF]/u.test(separator)
  ) {
    fail('INVALID_OPTION', 'options.separator', 'must be one character, not the decimal sign or a quote', separator)
  }
  const { headers, rows } = readTable(table)
  if (headers.length === 0) return ''
  const quote = (text: string): string =>
    text.includes(separator) || /["\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const show = (cell: unknown, path: string): string => {
    if (cell === null || cell === undefined) return ''
    if (typeof cell === 'boolean') return String(cell)
    if (typeof cell === 'number') return quote(numberText(cell, decimal, path))
    if (typeof cell !== 'string') return fail('INVALID_INPUT', path, 'must be text or a number', cell)
    return quote(guard ? disarm(clean(cell)) : cell)
  }
  const lines = rows.map((cells, row) => cells.map((cell, column) => show(cell, `table[${row}][${column}]`)))
  const all = header ? [headers.map((name) => show(name, 'table.columns')), ...lines] : lines
  return `${byteOrderMark ? '\uFEFF' : ''}${all.map((cells) => `${cells.join(separator)}\r\n`).join('')}`
}

function readTable(table: Table | readonly FlatRow[]): { headers: string[]; rows: unknown[][] } {
  if (isIterable(table)) {
    assertArray(table, 'table')
    const rows = readRows(table, 'table')
    const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    return { headers: keys, rows: rows.map((row) => keys.map((key) => cellOf(row, key))) }
  }
  assertPlain(table, 'table')
  assertArray(table['columns'], 'table.columns')
  const columns = readRows(table['columns'], 'table.columns').map(({ key, header }, index) => {
    if (typeof key !== 'string') fail('INVALID_INPUT', `table.columns[${index}].key`, 'must be text', key)
    if (typeof header !== 'string') fail('INVALID_INPUT', `table.columns[${index}].header`, 'must be text', header)
    return { key, header }
  })
  assertArray(table['rows'], 'table.rows')
  const rows = readRows(table['rows'], 'table.rows')
  return {
    headers: columns.map(({ header }) => header),
    rows: rows.map((row) => columns.map(({ key }) => cellOf(row, key))),
  }
}

function readRows(rows: readonly unknown[], path: string): Record<string, unknown>[] {
  return Array.from(rows, (row, index) => {
    assertPlain(row, `${path}[${index}]`)
    return row
  })
}

/** Only what a row holds itself: a column may be called `constructor`. */
function cellOf(row: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(row, key) ? row[key] : undefined
}

function numberText(value: number, decimal: string, path: string): string {
  if (!Number.isFinite(value)) fail('INVALID_NUMBER', path, 'must be finite', value)
  return decimal === '.' ? String(value) : String(value).replace('.', decimal)
}

/** A text that a spreadsheet would run begins with an apostrophe. */
function disarm(text: string): string {
  return /^ *[=+\-@|%\t\r＝＋－＠]/u.test(text) ? `'${text}` : text
}
