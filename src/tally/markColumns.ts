import { type ColumnFacts, factsMember } from './columnFacts.js'

/** Columns as made here: with what is known of them beyond what they show. */
export function markColumns<C extends object>(columns: C, facts: ColumnFacts): C {
  return Object.defineProperty(columns, factsMember, { value: facts })
}
