import type { ModelFields } from '../fieldSpec.js'
import {
  amount,
  boolean,
  currency,
  dayOrInstant,
  id,
  instant,
  requiredId,
  requiredInstant,
  requiredText,
  text,
} from './commonFields.js'

/** Fields of a lead. */
export const leadFields: ModelFields = {
  id: requiredId,
  createdAt: requiredInstant,
  source: text,
  status: text,
  ownerId: { kind: 'id', nullable: true, blankIsNull: true },
  assignedAt: instant,
  firstResponseAt: instant,
  acceptedAt: instant,
  rejectedAt: instant,
  convertedAt: dayOrInstant,
  convertedCustomerId: id,
  optedOut: boolean,
}

/** Fields of an opportunity. */
export const opportunityFields: ModelFields = {
  id: requiredId,
  customerId: id,
  leadId: id,
  createdAt: requiredInstant,
  stage: text,
  stageChangedAt: instant,
  amount,
  currency,
  status: { kind: 'word', required: true, words: ['open', 'won', 'lost'] },
  closedAt: dayOrInstant,
  expectedCloseAt: dayOrInstant,
  lostReason: text,
  probability: { kind: 'share' },
  ownerId: id,
}

/** Fields of an entry into a stage. */
export const stageEntryFields: ModelFields = { opportunityId: requiredId, stage: requiredText, at: requiredInstant }

/** Fields of an objection. */
export const objectionFields: ModelFields = {
  prospectId: requiredId,
  at: requiredInstant,
  theme: requiredText,
  opportunityId: id,
  stage: text,
  team: text,
}
