import type { DateFormat } from './dateFormat.js'
import type { RowRule } from './model.js'

/** How the cells of a source are read. */
export interface CellRules {
  /** Zone of stamps without an offset that the source itself fixes. */
  readonly fixedZone?: 'UTC'
  /** Zone that the caller states. */
  readonly timeZone?: string | undefined
  /** Whether a number is an instant in seconds. */
  readonly epochSeconds?: boolean
  /** Sign between units and decimals. Default the point. */
  readonly decimalSeparator?: '.' | ',' | undefined
  /** Format of the dates of a field. */
  readonly dateFormatOf?: (field: string) => DateFormat | undefined
  /** Whether a bare day in `endedAt` is the last one. */
  readonly endDatesAreInclusive?: boolean | undefined
  /** What a look-up (a pair or an object) stands for: its id, or its name. */
  readonly unwrap?: (value: unknown, part: 'id' | 'name') => unknown
}

/** A value, or the rule that the cell breaks; `instant` where it has a time of day. */
export type Decoded = { readonly value: unknown; readonly instant?: number } | { readonly rule: RowRule }
