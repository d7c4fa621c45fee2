import type { JsonObject } from '../measurement.js'

/** A message before its words. */
export interface Message {
  /** Code of the message, e.g. `chart.control`. */
  code: string
  /** Numbers, days, ids or nested codes, never words. */
  params: { readonly [name: string]: string | number | null }
}

/** What a column of a table holds. */
export type ColumnKind = 'text' | 'integer' | 'number' | 'ratio' | 'points' | 'duration' | 'money' | 'day' | 'instant'

/** A column of a table. */
export interface TableColumn {
  /** Stable key of the column in the rows. */
  key: string
  /** Heading in the language of the messages. */
  header: string
  /** What the cells hold. */
  kind: ColumnKind
}

/** A row of a table: a cell by the key of its column. */
export type TableRow = { [key: string]: string | number | null }

/** Tidy rows of a chart. */
export interface Table {
  /** Stable code, e.g. `key-results`. */
  name: string
  /** Columns in order. */
  columns: TableColumn[]
  /** Rows in the order of the chart. */
  rows: TableRow[]
}

/** Number and time tables of d3. */
export interface ChartLocale {
  /** Of d3-format. */
  number: JsonObject
  /** Of d3-time-format. */
  time: JsonObject
}

/** How many digits a number shows. */
export interface NumberDigits {
  /** At least. */
  minimumFractionDigits?: number | undefined
  /** At most. */
  maximumFractionDigits?: number | undefined
}

/** Words and formatters of one locale. */
export interface Messages {
  /** A number. */
  number(x: number, digits?: NumberDigits): string
  /** A share, 0..1. */
  percent(x: number, digits?: number): string
  /** Points of a score. */
  points(x: number): string
  /** A day. */
  date(day: string): string
  /** Milliseconds. */
  duration(milliseconds: number): string
  /** The words of a message. */
  message(message: Message): string
  /** The words of a term. */
  term(code: string): string
  /** Number and time tables of d3. */
  chartLocale: ChartLocale
}
