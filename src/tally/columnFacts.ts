import { fail } from '../internal/fail.js'
import { isColumns } from './isColumns.js'

/** What columns are of. */
export type ColumnKind = 'orders' | 'activity' | 'responses' | 'tickets'

/** What is known of columns beyond what they show. */
export interface ColumnFacts {
  /** The columns as records, each an object of its own; records dropped as twins come again, marked. */
  rows: (asked: ColumnKind) => Iterable<object>
  /** Rows of which an equal record was dropped, once for each. */
  twins: readonly number[]
  /** Records that were dropped, marked, where rows do not say what they were. */
  dropped?: () => Iterable<object>
  /** Whether an instant came as a bare day, so that its value depends on the zone. */
  hasDays: boolean
  /** Records dropped of which no place is known, by reason: those of columns that came from another thread. */
  unplaced: Readonly<Record<string, number>>
}

/** The member, hidden from JSON and from clones, that tells columns made here from hand-made ones; one for all copies. */
export const factsMember: unique symbol = /* @__PURE__ */ Symbol.for('retention-okr.columns') as never

/** What is known of columns; hand-made ones and those of another kind are refused. */
export function columnFacts(source: object, name: string, kinds: readonly ColumnKind[]): ColumnFacts {
  const kind = isColumns(source) ? (source.columns as ColumnKind) : undefined
  if (kind === undefined || !kinds.includes(kind)) {
    const rule =
      kinds.length === 0 ? 'must be records, no columns' : `must be records or columns of ${kinds.join(', ')}`
    fail('INVALID_INPUT', name, rule, 'other columns')
  }
  const facts = Object.hasOwn(source, factsMember)
    ? (source as { [factsMember]?: ColumnFacts })[factsMember]
    : undefined
  return (
    facts ?? fail('INVALID_INPUT', name, 'must be columns made or checked by an encode function', 'hand-made columns')
  )
}
