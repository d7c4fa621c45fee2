import type { RowReader } from './createRowReader.js'
import type { FieldSpec } from './fieldSpec.js'
import type { MapperPlan } from './mapperPlan.js'
import type { MapperOptions } from './model.js'
import { modelFields } from './modelFields.js'

/** How one member of a record is read. */
export type ReadMember = (reader: RowReader) => unknown

/** The members that can have a value or a problem, in the order of the model. */
export function memberReaders<O extends MapperOptions>(
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
