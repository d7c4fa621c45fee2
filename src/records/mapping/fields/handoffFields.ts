import type { ModelFields } from '../fieldSpec.js'
import { id, instant, requiredId, requiredInstant, requiredText, text } from './commonFields.js'

/** Fields of a hand-off. */
export const handoffFields: ModelFields = {
  id: requiredId,
  leadId: requiredId,
  fromTeam: requiredText,
  toTeam: requiredText,
  handedAt: requiredInstant,
  assignedTo: id,
  assignedAt: instant,
  attempt: { kind: 'ordinal' },
  'decision.outcome': { kind: 'word', required: true, words: ['accepted', 'rejected', 'recycled'] },
  'decision.at': requiredInstant,
  'decision.reason': text,
}

/** Fields of a change of hands. */
export const ownerChangeFields: ModelFields = {
  leadId: requiredId,
  at: requiredInstant,
  to: { kind: 'id', nullable: true },
  reason: text,
}
