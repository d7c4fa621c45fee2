import type { ColumnTally } from './columnTallies.js'

const kinds: readonly string[] = ['purchase-days', 'purchase-patterns', 'renewals'] satisfies ColumnTally['kind'][]

/** Whether tallies of a kind are columns without cells. */
export function isColumnTallyKind(kind: unknown): kind is ColumnTally['kind'] {
  return typeof kind === 'string' && kinds.includes(kind)
}
