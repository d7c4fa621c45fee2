import { fail } from '../internal/fail.js'
import { assertKnownOptions, assertOneOf } from '../internal/guards.js'
import { assertColumns } from './mapping/assertColumns.js'
import { isBlankCell, isRow } from './mapping/cells.js'
import { closedAtOf } from './mapping/closedAtOf.js'
import { createMapper } from './mapping/createMapper.js'
import type { RowReader } from './mapping/createRowReader.js'
import { type DateFormat, isDateFormat, parseDateFormat } from './mapping/dateFormat.js'
import { decodeCell } from './mapping/decodeCell.js'
import type { FieldSpec } from './mapping/fieldSpec.js'
import type { MapperOptions, ModelByName, ModelName, Row, RowResult } from './mapping/model.js'
import { modelFields } from './mapping/modelFields.js'

type Fields = { readonly [field: string]: FieldSpec }

/** Values of a field by the trimmed text of its cell, exact case. */
export interface CellValues {
  /** Value of a cell; null where the model knows null. */
  readonly [cell: string]: string | number | boolean | null
}

/** Options of {@link mapColumns}. */
export interface MapColumnsOptions {
  /** Column by field of the model; a dot reaches into `decision`, `scale` and `fields`. */
  readonly columns: { readonly [field: string]: string }
  /** Values by field and cell; a cell that is not listed is bad. Default none: our own words only. */
  readonly values?: { readonly [field: string]: CellValues } | undefined
  /** Sign between units and decimals; default `'.'`. */
  readonly decimalSeparator?: '.' | ',' | undefined
  /**
   * Format of date cells, one for all or one per field: `YYYY`, `MM`, `DD`, `hh`, `mm`, `ss` of fixed width, `M`, `D`,
   * `h` of one or two digits, `Z` an offset; or `'epochSeconds'`, `'epochMilliseconds'`. Default none: ISO 8601.
   */
  readonly dateFormat?: string | { readonly [field: string]: string } | undefined
  /** Whether a bare day in `endedAt` is the last one, so that the end is the next local midnight. Default false. */
  readonly endDatesAreInclusive?: boolean | undefined
}

/**
 * Makes a mapper from any CSV or query row to a record of one model, by stated columns and formats.
 *
 * Nothing is guessed: a cell that does not match its format is reported, a word that is not listed too. Ids become text,
 * amounts decimal text with a point, other numbers numbers; blank cells are absent. An open opportunity's `closedAt` is
 * not read; a closed one needs it.
 *
 * @param model Name of a record model in lower camel case, e.g. `'order'`.
 * @param options Columns and formats. Required fields need a column, but `currency` when the mapper's option has it.
 * @returns A mapper for `mapRows`, whose options are `timeZone`, `currency` and `keepExtra`.
 * @throws {@link RetentionOkrError} INVALID_OPTION when the model or a field is unknown, a required field has no column,
 * a format has no year, month or day, a value is none of its field, or `endDatesAreInclusive` comes without `endedAt`.
 * @example
 * ```ts
 * import { mapColumns, mapRows } from 'retention-okr/records'
 *
 * const mapper = mapColumns('order', {
 *   columns: { id: 'No', placedAt: 'Date', status: 'State', total: 'Amount' },
 *   values: { status: { Bezahlt: 'paid' } },
 *   decimalSeparator: ',',
 *   dateFormat: 'DD.MM.YYYY hh:mm',
 * })
 * const rows = [{ No: '1', Date: '30.06.2024 22:30', State: 'Bezahlt', Amount: '12,50' }]
 * const { records } = mapRows(rows, mapper, { timeZone: 'Europe/Madrid', currency: 'EUR' })
 * records // => [{ id: '1', placedAt: '2024-06-30T20:30:00Z', status: 'paid', total: '12.50', currency: 'EUR' }]
 * ```
 * @since 0.1.0
 */
export function mapColumns<M extends ModelName>(
  model: M,
  options: MapColumnsOptions,
): (row: Row, options?: MapperOptions) => RowResult<ModelByName[M]> {
  if (typeof model !== 'string' || !Object.hasOwn(modelFields, model)) {
    fail('INVALID_OPTION', 'model', 'must be the name of a record model', model)
  }
  const fields = modelFields[model]
  checkColumnOptions(fields, model === 'lead', options)
  const { columns, dateFormat } = options
  return createMapper<ModelByName[M], MapperOptions, Row>({
    source: 'columns',
    object: model,
    model,
    columns,
    hasFixedColumns: true,
    values: options.values,
    rules: {
      decimalSeparator: options.decimalSeparator,
      dateFormatOf: formatsOf(dateFormat),
      endDatesAreInclusive: options.endDatesAreInclusive,
    },
    checkOptions: ({ currency }) => {
      if (fields['currency']?.required === true && currency === undefined && !Object.hasOwn(columns, 'currency')) {
        fail('INVALID_OPTION', 'options.currency', 'is needed without a currency column', currency)
      }
    },
    ...(model === 'opportunity' ? { derive: { closedAt: closedAtByStatus } } : {}),
  })
}

function checkColumnOptions(fields: Fields, isLead: boolean, options: MapColumnsOptions): void {
  assertKnownOptions(options, ['columns', 'values', 'decimalSeparator', 'dateFormat', 'endDatesAreInclusive'])
  const isField = (field: string): boolean => Object.hasOwn(fields, field) || (isLead && /^fields\../.test(field))
  const { columns, values, dateFormat, decimalSeparator, endDatesAreInclusive } = options
  assertColumns(columns, 'options.columns', isField)
  checkRequired(fields, columns)
  if (decimalSeparator !== undefined) assertOneOf(decimalSeparator, ['.', ','], 'options.decimalSeparator')
  if (values !== undefined) checkValues(fields, values, isField)
  if (dateFormat !== undefined) checkDateFormat(fields, dateFormat)
  if (endDatesAreInclusive !== undefined && typeof endDatesAreInclusive !== 'boolean') {
    fail('INVALID_OPTION', 'options.endDatesAreInclusive', 'must be true or false', endDatesAreInclusive)
  }
  if (endDatesAreInclusive === true && !Object.hasOwn(columns, 'endedAt')) {
    fail('INVALID_OPTION', 'options.endDatesAreInclusive', 'needs a column for endedAt', endDatesAreInclusive)
  }
}

/** Required fields have a column; those of a member only when the member has any. */
function checkRequired(fields: Fields, columns: MapColumnsOptions['columns']): void {
  for (const [field, spec] of Object.entries(fields)) {
    if (spec.required !== true || spec.kind === 'currency' || Object.hasOwn(columns, field)) continue
    const dot = field.indexOf('.')
    const isNeeded = dot < 0 || Object.keys(columns).some((name) => name.startsWith(field.slice(0, dot + 1)))
    if (isNeeded) fail('INVALID_OPTION', 'options.columns', `must name a column for ${field}`, 'absent')
  }
}

function checkValues(fields: Fields, values: unknown, isField: (field: string) => boolean): void {
  if (!isRow(values)) fail('INVALID_OPTION', 'options.values', 'must be an object', values)
  for (const [field, list] of Object.entries(values)) {
    if (!isField(field)) fail('INVALID_OPTION', 'options.values', 'must name fields of the model', 'unknown field')
    if (!isRow(list)) fail('INVALID_OPTION', `options.values.${field}`, 'must be an object', list)
    const spec = fields[field] ?? { kind: 'raw' }
    for (const value of Object.values(list)) {
      if (!isPossible(value, field, spec)) {
        fail('INVALID_OPTION', `options.values.${field}`, 'must hold values that the field can have', value)
      }
    }
  }
}

function isPossible(value: unknown, field: string, spec: FieldSpec): boolean {
  if (value === null) return spec.nullable === true || spec.kind === 'raw'
  if (isBlankCell(value)) return false
  return 'value' in decodeCell(value, field, spec, { timeZone: 'UTC' })
}

function checkDateFormat(fields: Fields, dateFormat: unknown): void {
  const formats = typeof dateFormat === 'string' ? { '': dateFormat } : dateFormat
  if (!isRow(formats)) fail('INVALID_OPTION', 'options.dateFormat', 'must be a format, or formats by field', dateFormat)
  for (const [field, format] of Object.entries(formats)) {
    const kind = fields[field]?.kind
    if (typeof dateFormat !== 'string' && kind !== 'instant' && kind !== 'dayOrInstant') {
      fail('INVALID_OPTION', 'options.dateFormat', 'must name date fields of the model', 'unknown field')
    }
    if (!isDateFormat(format)) {
      fail('INVALID_OPTION', 'options.dateFormat', 'must say year, month and day, each once', format)
    }
  }
}

/** The format of a field, taken apart once. */
function formatsOf(dateFormat: MapColumnsOptions['dateFormat']): (field: string) => DateFormat | undefined {
  if (dateFormat === undefined) return () => undefined
  if (typeof dateFormat === 'string') {
    const format = parseDateFormat(dateFormat)
    return () => format
  }
  const formats = new Map(Object.entries(dateFormat).map(([field, format]) => [field, parseDateFormat(format)]))
  return (field) => formats.get(field)
}

function closedAtByStatus(reader: RowReader): unknown {
  const status = reader.valueOf('status')
  return closedAtOf(reader, status === 'won' || status === 'lost')
}
