import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { CellRules } from './cellRules.js'

import { type IsBlank, isBlankCell, isList, isRow, plainName } from './cells.js'
import { createRowReader, type ReaderSetup, type RowReader, type ValuesByField } from './createRowReader.js'
import { isCurrency } from './decodeCell.js'
import type { ColumnsInUse, MapperOptions, MappingDefinition, ModelName, RowResult } from './model.js'
import { type FieldSpec, modelFields } from './modelFields.js'

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

/** A mapper made ready for one set of options. */
export interface PreparedMapper<T> {
  /** Maps one row. */
  readonly map: (row: unknown) => RowResult<T>
  /** How rows are read. */
  readonly definition: MappingDefinition
}

/** Reaches what `mapRows` needs of a mapper of this library. */
export const prepareOf = 'retention-okr.prepare'

/** A function from a row to a record that `mapRows` can describe. */
export function createMapper<T, O extends MapperOptions, R>(
  plan: MapperPlan<O>,
): (row: R, options?: O) => RowResult<T> {
  return describeMapper((options: O | undefined) => prepareMapper(plan, options === undefined ? ({} as O) : options))
}

/** A mapper that says how it reads. */
export function describeMapper<T, O, R>(
  prepare: (options: O | undefined) => PreparedMapper<T>,
): (row: R, options?: O) => RowResult<T> {
  const mapper = (row: R, options?: O): RowResult<T> => prepare(options).map(row)
  return Object.defineProperty(mapper, prepareOf, { value: prepare })
}

const commonOptions = ['timeZone', 'columns', 'currency', 'keepExtra']

function prepareMapper<T, O extends MapperOptions>(plan: MapperPlan<O>, options: O): PreparedMapper<T> {
  checkOptions(plan, options)
  const columns = columnsInUse(plan, options)
  const rules = { ...plan.rules, timeZone: options.timeZone }
  const setup: ReaderSetup = { columns, rules, isBlank: isBlankOf(plan), values: plan.values }
  const isKnown = knownNames(plan, columns)
  const readers = memberReaders(plan, columns, options)
  const order = orderRules(plan.model)
  return {
    definition: definitionOf(plan, options, columns),
    map: (row) => {
      // A list is a row only where the rows of one record come as a group.
      const isUsable = isRow(row) || (plan.takesGroups === true && isList(row))
      const reader = createRowReader(isUsable ? row : undefined, setup)
      const reason = isUsable ? plan.skip?.(reader, options) : undefined
      if (reason !== undefined) return { status: 'skipped', reason }
      const record: Record<string, unknown> = {}
      for (const [name, read] of readers) {
        const value = read(reader)
        if (value !== undefined) record[name] = value
      }
      checkOrder(reader, order)
      if (reader.issues.length > 0) return { status: 'bad', issues: inFieldOrder(reader, plan.model) }
      const extra = options.keepExtra === false ? [] : reader.cells.rest(isKnown)
      if (extra.length > 0) record['extra'] = Object.fromEntries(extra)
      return { status: 'ok', record: record as T }
    },
  }
}

/** A look-up of which neither id nor name says anything is blank too. */
function isBlankOf<O extends MapperOptions>({ isBlank = isBlankCell, rules }: MapperPlan<O>): IsBlank {
  const unwrap = rules?.unwrap
  if (unwrap === undefined) return isBlank
  return (value) => isBlank(value) || (isBlank(unwrap(value, 'id')) && isBlank(unwrap(value, 'name')))
}

function checkOptions<O extends MapperOptions>(plan: MapperPlan<O>, options: O): void {
  const known = [...commonOptions, ...(plan.options ?? [])]
  assertKnownOptions(options, plan.hasFixedColumns === true ? known.filter((name) => name !== 'columns') : known)
  if (options.timeZone !== undefined) assertTimeZone(options.timeZone)
  const { currency, keepExtra } = options
  if (currency !== undefined && (typeof currency !== 'string' || !isCurrency(currency))) {
    fail('INVALID_OPTION', 'options.currency', 'must be three letters', currency)
  }
  if (keepExtra !== undefined && typeof keepExtra !== 'boolean') {
    fail('INVALID_OPTION', 'options.keepExtra', 'must be true or false', keepExtra)
  }
  plan.checkOptions?.(options)
}

function columnsInUse<O extends MapperOptions>(plan: MapperPlan<O>, options: O): Map<string, readonly string[]> {
  const columns = new Map<string, readonly string[]>()
  const fields = modelFields[plan.model]
  for (const [field, names] of Object.entries({ ...plan.columns, ...plan.chosenColumns?.(options) })) {
    columns.set(field, plan.hasFixedColumns === true ? [names] : namesOf(names))
  }
  if (options.columns === undefined) return columns
  assertColumns(options.columns, 'options.columns', (field) => Object.hasOwn(plan.columns, field) || isField(field))
  for (const [field, name] of Object.entries(options.columns)) columns.set(field, [name])
  return columns

  function isField(field: string): boolean {
    // A member that is derived from other columns has none of its own.
    const isDerived = plan.derive !== undefined && Object.hasOwn(plan.derive, field)
    return (Object.hasOwn(fields, field) && !isDerived) || (plan.model === 'lead' && /^fields\../.test(field))
  }
}

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

function namesOf(names: string): string[] {
  return names === '' ? [] : names.split(',').map((name) => name.replace('†', '').trim())
}

/** Names that are no `extra`: those read, and the first part of dotted ones. */
function knownNames<O extends MapperOptions>(
  plan: MapperPlan<O>,
  columns: ReadonlyMap<string, readonly string[]>,
): (name: string) => boolean {
  const known = new Set(plan.reads ?? [])
  for (const name of [...columns.values()].flat()) {
    known.add(name)
    const dot = name.indexOf('.')
    if (dot > 0 && plan.hasFixedColumns !== true) known.add(name.slice(0, dot))
  }
  return remembered((name) => known.has(name) || known.has(plainName(name)))
}

/** Most names that are remembered: rows of one export have the same columns. */
const mostNames = 1000

function remembered(isKnown: (name: string) => boolean): (name: string) => boolean {
  const answers = new Map<string, boolean>()
  return (name) => {
    const present = answers.get(name)
    if (present !== undefined) return present
    const answer = isKnown(name)
    if (answers.size < mostNames) answers.set(name, answer)
    return answer
  }
}

function definitionOf<O extends MapperOptions>(
  plan: MapperPlan<O>,
  options: O,
  columns: ReadonlyMap<string, readonly string[]>,
): MappingDefinition {
  const inUse: ColumnsInUse = Object.fromEntries(
    [...columns]
      .filter(([, names]) => names.length > 0)
      .map(([field, names]) => [field, names.length === 1 ? (names[0] ?? '') : [...names]]),
  )
  const defaults = plan.hasFixedColumns === true ? {} : { ...plan.columns, ...plan.chosenColumns?.(options) }
  const unconfirmed = Object.entries(defaults)
    .filter(([field]) => options.columns === undefined || !Object.hasOwn(options.columns, field))
    .flatMap(([, names]) => names.split(','))
    .filter((name) => name.includes('†'))
    .map((name) => name.replace('†', '').trim())
    .concat(plan.unconfirmedWords ?? [])
  return {
    source: plan.source,
    object: plan.object,
    columns: inUse,
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
    ...(unconfirmed.length === 0 ? {} : { unconfirmed: [...new Set(unconfirmed)] }),
  }
}

/** How one member of a record is read. */
type ReadMember = (reader: RowReader) => unknown

/** The members that can have a value or a problem, in the order of the model. */
function memberReaders<O extends MapperOptions>(
  plan: MapperPlan<O>,
  columns: ReadonlyMap<string, readonly string[]>,
  options: O,
): [string, ReadMember][] {
  const fields = modelFields[plan.model]
  const names = new Set([...Object.keys(fields).map(memberOf), ...Object.keys(plan.derive ?? {})])
  if (plan.model === 'lead') names.add('fields')
  return [...names].flatMap((name): [string, ReadMember][] => {
    const read = readerOf(name)
    return read === undefined ? [] : [[name, read]]
  })

  function readerOf(name: string): ReadMember | undefined {
    const derive = plan.derive?.[name]
    if (derive !== undefined) return (reader) => derive(reader, options)
    if (name === 'fields' && plan.model === 'lead') return leadFieldsReader(columns)
    const spec = fields[name]
    if (spec === undefined) return nestedReader(name, fields, columns)
    const hasValue = columns.has(name) || spec.required === true || spec.kind === 'currency'
    return hasValue ? (reader) => readField(reader, name, spec, options) : undefined
  }
}

function memberOf(field: string): string {
  const dot = field.indexOf('.')
  return dot < 0 ? field : field.slice(0, dot)
}

/** The value of a field, with the two rules that look beyond the cell. */
function readField(reader: RowReader, field: string, spec: FieldSpec, options: MapperOptions): unknown {
  if (spec.kind === 'currency' && reader.isBlank(field) && options.currency !== undefined) {
    return options.currency.toUpperCase()
  }
  return reader.read(field, spec)
}

/** A member with members: absent when all its cells are blank. */
function nestedReader(
  name: string,
  fields: { readonly [field: string]: FieldSpec },
  columns: ReadonlyMap<string, readonly string[]>,
): ReadMember | undefined {
  const inner = Object.entries(fields).filter(([field]) => memberOf(field) === name)
  if (!inner.some(([field]) => columns.has(field))) return undefined
  return (reader) => {
    if (inner.every(([field]) => reader.isBlank(field))) return undefined
    const values = inner.map(([field, spec]) => [field.slice(name.length + 1), reader.read(field, spec)] as const)
    return Object.fromEntries(values.filter(([, value]) => value !== undefined))
  }
}

/** What the form or CRM holds: blank cells are left out. */
function leadFieldsReader(columns: ReadonlyMap<string, readonly string[]>): ReadMember {
  const names = [...columns.keys()].filter((field) => field.startsWith('fields.'))
  return (reader) => {
    const values = names.map((field) => [field.slice('fields.'.length), reader.read(field, { kind: 'raw' })] as const)
    return Object.fromEntries(values.filter(([, value]) => value !== undefined))
  }
}

const beginnings: readonly (readonly [end: string, start: string])[] = [
  ['endedAt', 'startedAt'],
  ['resolvedAt', 'createdAt'],
  ['closedAt', 'createdAt'],
]

/** Ends of the model with their beginnings. */
function orderRules(model: ModelName): typeof beginnings {
  return beginnings.filter(([end]) => Object.hasOwn(modelFields[model], end))
}

/** An end before its beginning, where both have a time of day. */
function checkOrder(reader: RowReader, rules: typeof beginnings): void {
  for (const [end, start] of rules) {
    const [from, to] = [reader.instantOf(start), reader.instantOf(end)]
    if (from !== undefined && to !== undefined && to < from) reader.report(end, 'event_order')
  }
}

function inFieldOrder(reader: RowReader, model: ModelName): RowReader['issues'] {
  const order = Object.keys(modelFields[model])
  const rank = (field: string): number => {
    const at = order.indexOf(field)
    return at < 0 ? order.length : at
  }
  return reader.issues.sort((a, b) => rank(a.field) - rank(b.field))
}
