/** What stands in a row for one field. */
export interface Cell {
  /** Name that was looked for, of several the first. */
  readonly column: string
  /** Whether the row has the column at all. */
  readonly present: boolean
  /** What stands there. */
  readonly value: unknown
}

/** A row that can be asked for columns. */
export interface RowCells {
  /** The cell under the first of the names that is not blank. */
  find(names: readonly string[]): Cell
  /** Columns under no known name. */
  rest(isKnown: (name: string) => boolean): [string, unknown][]
}

/** Whether a cell says nothing. */
export type IsBlank = (value: unknown) => boolean

/** The cells of one row, or of several neighbouring rows of which the first that has a value counts. */
export function createRowCells(rows: readonly unknown[], isBlank: IsBlank): RowCells {
  const readers = rows.filter(isRow).map((row) => createHeader(row))
  const [only] = readers
  return {
    find(names) {
      const [name = ''] = names
      // Nearly every cell: one row, one name, there.
      if (readers.length === 1 && names.length === 1 && only !== undefined && Object.hasOwn(only.row, name)) {
        const value = only.row[name]
        return { column: name, present: value !== undefined, value }
      }
      let found: Cell = { column: name, present: false, value: undefined }
      for (const candidate of names) {
        for (const read of readers) {
          const cell = read.cell(candidate)
          if (cell.present && !isBlank(cell.value)) return { column: found.column, present: true, value: cell.value }
          if (cell.present && !found.present) found = { column: found.column, present: true, value: cell.value }
        }
      }
      return found
    },
    rest(isKnown) {
      const entries = new Map<string, unknown>()
      for (const { row } of readers) {
        for (const [key, value] of Object.entries(row)) {
          if (isKnown(key)) continue
          if (!entries.has(key) || (isBlank(entries.get(key)) && !isBlank(value))) entries.set(key, value)
        }
      }
      return [...entries]
    },
  }
}

/** Whether a value is a row: a JSON object. */
export function isRow(value: unknown): value is Record<string, unknown> {
  try {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    // A revoked proxy answers no question.
    return false
  }
}

/** Whether a value is a list. */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value)
  } catch {
    return false
  }
}

/** Whether a value says nothing: absent, null or blank text. */
export function isBlankCell(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

/** The kind of a cell, never its text. */
export function describeCell(value: unknown, present = true): string {
  if (!present || value === undefined) return 'absent'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'string') return `text of ${value.length}`
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'number' || typeof value === 'bigint' ? 'number' : 'object'
}

interface Header {
  readonly row: Record<string, unknown>
  cell(name: string): { present: boolean; value: unknown }
}

function createHeader(row: Record<string, unknown>): Header {
  let plain: Map<string, string> | undefined
  const byPlainName = (name: string): string | undefined => {
    if (plain === undefined) {
      plain = new Map()
      for (const key of Object.keys(row)) {
        const plainKey = plainName(key)
        if (plainKey !== key && !plain.has(plainKey)) plain.set(plainKey, key)
      }
    }
    return plain.get(name)
  }
  return {
    row,
    cell(name) {
      if (Object.hasOwn(row, name)) return { present: row[name] !== undefined, value: row[name] }
      const key = byPlainName(name)
      if (key !== undefined) return { present: row[key] !== undefined, value: row[key] }
      const dot = name.indexOf('.')
      return dot > 0 ? inside(row[name.slice(0, dot)], name.slice(dot + 1)) : { present: false, value: undefined }
    },
  }
}

/** A dotted name reaches into objects, own members only. */
function inside(value: unknown, path: string): { present: boolean; value: unknown } {
  let current = value
  for (const key of path.split('.')) {
    if (!isRow(current) || !Object.hasOwn(current, key)) return { present: false, value: undefined }
    current = current[key]
  }
  return { present: current !== undefined, value: current }
}

/** A header without the byte order mark and the spaces that spreadsheets leave around it. */
export function plainName(name: string): string {
  return (name.charCodeAt(0) === 0xfeff ? name.slice(1) : name).trim()
}
