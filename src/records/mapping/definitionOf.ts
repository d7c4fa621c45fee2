import type { MapperPlan } from './mapperPlan.js'
import type { ColumnsInUse, MapperOptions, MappingDefinition } from './model.js'

/** What a mapper says of how it reads: source, columns in use, those not confirmed. */
export function definitionOf<O extends MapperOptions>(
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
