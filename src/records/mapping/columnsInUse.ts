import { assertColumns } from './assertColumns.js'
import type { MapperPlan } from './mapperPlan.js'
import type { MapperOptions } from './model.js'
import { modelFields } from './modelFields.js'

/** The columns of a call by field: those of the mapper, chosen or replaced by its options. */
export function columnsInUse<O extends MapperOptions>(plan: MapperPlan<O>, options: O): Map<string, readonly string[]> {
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

function namesOf(names: string): string[] {
  return names === '' ? [] : names.split(',').map((name) => name.replace('†', '').trim())
}
