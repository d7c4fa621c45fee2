import { plainName } from './cells.js'
import type { MapperPlan } from './mapperPlan.js'
import type { MapperOptions } from './model.js'

/** Names that are no `extra`: those read, and the first part of dotted ones. */
export function knownNames<O extends MapperOptions>(
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
