import type { JsonObject } from '../measurement.js'
import type { Money } from '../records/model.js'
import type { MessageCode } from './messageCodes.js'

/** Parameters of a message: numbers, days, ids or nested codes, never words. */
export interface MessageParams {
  /** A parameter by name. */
  readonly [name: string]: string | number | boolean | null | readonly string[] | undefined
}

/** A message before its words. */
export interface Message {
  /** Code; an unknown one is shown as it is. */
  code: MessageCode | (string & {})
  /** Parameters. */
  params: MessageParams
}

/** A column of a table. */
export interface TableColumn {
  /** Name of the member of the rows. */
  key: string
  /** Text over the column. */
  header: string
  /** What the cells hold. */
  kind: 'text' | 'integer' | 'number' | 'ratio' | 'points' | 'duration' | 'money' | 'day' | 'instant'
}

/** A row of a table. */
export interface TableRow {
  /** A cell by its column. */
  [key: string]: string | number | null
}

/** Tidy rows of a chart or a section. */
export interface Table {
  /** Stable code, e.g. `key-results`. */
  name: string
  /** Columns in order. */
  columns: TableColumn[]
  /** Rows in order. */
  rows: TableRow[]
}

/** Digits after the decimal sign. */
export interface DigitOptions {
  /** Fewest; default 0. */
  readonly minimumFractionDigits?: number | undefined
  /** Most; default 2. */
  readonly maximumFractionDigits?: number | undefined
}

/** Numbers, days and lists as a locale writes them. */
export interface Formatters {
  /** A number. */
  number: (x: number, options?: DigitOptions) => string
  /** A share 0..1 as a percentage; digits default 1. */
  percent: (x: number, digits?: number) => string
  /** Points of a scale, with one digit at most. */
  points: (x: number) => string
  /** A calendar day. */
  date: (day: string) => string
  /** Milliseconds in the largest unit that suits. */
  duration: (milliseconds: number) => string
  /** An amount of money. */
  money: (amount: Money) => string
  /** A list with its last conjunction. */
  list: (items: readonly string[]) => string
}

/** Number and time tables in the shape that d3 and Vega read. */
export interface ChartLocale {
  /** Decimal sign, groups, percent pattern. */
  number: JsonObject
  /** Names of days and months, patterns. */
  time: JsonObject
}

/** Words and formatters of one locale. */
export interface Messages extends Formatters {
  /** BCP 47 tag of the numbers and days. */
  locale: string
  /** Language of the words. */
  language: string
  /** The text of a message; the code itself when it is unknown. */
  message: (message: Message) => string
  /** The text of a term; the code itself when it is unknown. */
  term: (code: string) => string
  /** The same locale for charts. */
  chartLocale: ChartLocale
}

/** The text of one code. */
export type MessageText = (params: MessageParams, formatters: Formatters) => string

/** One text for every code of the library: a missing or misspelt one does not compile. */
export type MessageCatalog = { readonly [C in MessageCode]: MessageText } & CatalogLanguage

/** The language of a catalogue. */
export interface CatalogLanguage {
  /** BCP 47 tag of the language, the default locale. */
  readonly language: MessageText
}
