import { assertArray, assertPlain } from '../internal/guards.js'

/** A list of plain objects. */
export function readItems<T extends object>(items: readonly T[], path: string): readonly T[] {
  assertArray(items, path)
  for (const [index, item] of items.entries()) assertPlain(item, `${path}[${index}]`)
  return items
}
