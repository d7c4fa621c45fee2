import type { ModelFields } from '../fieldSpec.js'
import { amount, boolean, id, requiredId, requiredInstant } from './commonFields.js'

/** Fields of an invitation to a survey. */
export const surveyInviteFields: ModelFields = {
  id: requiredId,
  customerId: requiredId,
  surveyId: requiredId,
  sentAt: requiredInstant,
  delivered: boolean,
}

/** Fields of an answer to a survey. */
export const surveyResponseFields: ModelFields = {
  id: requiredId,
  surveyId: requiredId,
  kind: { kind: 'word', required: true, words: ['nps', 'csat', 'ces', 'enps'] },
  mode: { kind: 'word', words: ['relational', 'transactional'] },
  score: { kind: 'score', required: true, nullable: true },
  'scale.min': { kind: 'number', required: true },
  'scale.max': { kind: 'number', required: true },
  answeredAt: requiredInstant,
  respondentId: id,
  customerId: id,
  accountId: id,
  weight: amount,
}
