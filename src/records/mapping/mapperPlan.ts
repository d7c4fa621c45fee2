import type { CellRules } from './cellRules.js'
import type { IsBlank } from './cells.js'
import type { RowReader, ValuesByField } from './createRowReader.js'
import type { MapperOptions, ModelName } from './model.js'

/** Makes one member of a record of a row. */
type Derive<O> = (reader: RowReader, options: O) => unknown

/** What tells one mapper from another. */
export interface MapperPlan<O extends MapperOptions> {
  /** Where the rows come from. */
  readonly source: string
  /** What the rows are. */
  readonly object: string
  /** The model of the records. */
  readonly model: ModelName
  /** Columns by field: `'name'`, `'first, second'`, `''` for none; `†` behind a name that is not confirmed. */
  readonly columns: { readonly [field: string]: string }
  /** Columns that an option chooses instead. */
  readonly chosenColumns?: (options: O) => { readonly [field: string]: string }
  /** Columns of the source that are read without being a field. */
  readonly reads?: readonly string[]
  /** Words of the source, no columns, that are not confirmed. */
  readonly unconfirmedWords?: readonly string[]
  /** Options beside those of every mapper. */
  readonly options?: readonly string[]
  /** Checks those options. */
  readonly checkOptions?: (options: O) => void
  /** How cells are read. */
  readonly rules?: CellRules
  /** Which cells say nothing. */
  readonly isBlank?: IsBlank
  /** Whether the call may not replace columns. */
  readonly hasFixedColumns?: boolean
  /** Values of a field by the text of its cell. */
  readonly values?: ValuesByField | undefined
  /** Whether a row may be a group of rows. */
  readonly takesGroups?: boolean
  /** Why a good row is no record of this kind. */
  readonly skip?: (reader: RowReader, options: O) => string | undefined
  /** Members that are more than the reading of their column. */
  readonly derive?: { readonly [field: string]: Derive<O> }
}
