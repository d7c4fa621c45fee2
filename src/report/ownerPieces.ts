import { clean } from '../internal/clean.js'
import type { Person } from '../okr/models/person.js'
import type { Piece } from './model.js'
import type { ReportContext } from './reportContext.js'

/** Who is accountable, after a dot; nothing for nobody. */
export function ownerPieces(owners: readonly (Person | undefined)[], { term }: Pick<ReportContext, 'term'>): Piece[] {
  const names = [...new Set(owners.flatMap((owner) => (owner === undefined ? [] : [clean(owner.name ?? owner.id)])))]
  return names.length === 0 ? [] : [{ text: ` · ${term('owner')}: ` }, { text: names.join(', '), isUser: true }]
}
