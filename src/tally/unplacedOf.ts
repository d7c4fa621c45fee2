import { type ColumnFacts, factsMember } from './columnFacts.js'
import { isColumns } from './isColumns.js'

/** The records dropped from columns of which no place is known: by reason, none for any other source. */
export function unplacedOf(source: object): [reason: string, records: number][] {
  const facts = isColumns(source) ? (source as { [factsMember]?: ColumnFacts })[factsMember] : undefined
  return Object.entries(facts?.unplaced ?? {})
}
