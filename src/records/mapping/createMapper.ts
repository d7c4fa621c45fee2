import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import { type IsBlank, isBlankCell, isList, isRow } from './cells.js'
import { columnsInUse } from './columnsInUse.js'
import { createRowReader, type ReaderSetup, type RowReader } from './createRowReader.js'
import { isCurrency } from './decodeCell.js'
import { definitionOf } from './definitionOf.js'
import { knownNames } from './knownNames.js'
import type { MapperPlan } from './mapperPlan.js'
import { memberReaders } from './memberReaders.js'
import type { MapperOptions, MappingDefinition, ModelName, RowResult } from './model.js'
import { modelFields } from './modelFields.js'
import { checkOrder, orderRules } from './orderRules.js'

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

function inFieldOrder(reader: RowReader, model: ModelName): RowReader['issues'] {
  const order = Object.keys(modelFields[model])
  const rank = (field: string): number => {
    const at = order.indexOf(field)
    return at < 0 ? order.length : at
  }
  return reader.issues.sort((a, b) => rank(a.field) - rank(b.field))
}
