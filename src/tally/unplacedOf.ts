import { factsMember } from './columnFacts.js'

/** The records dropped from columns of which no place is known: by reason, none for any other source. */
export function unplacedOf(source: object): [reason: string, records: number][] {
  const facts = Object.hasOwn(source, factsMember)
    ? (source as { [factsMember]?: { unplaced: Record<string, number> } })[factsMember]
    : undefined
  return Object.entries(facts?.unplaced ?? {})
}
