import type { ModelFields } from '../fieldSpec.js'
import {
  amount,
  boolean,
  count,
  dayOrInstant,
  id,
  instant,
  requiredId,
  requiredInstant,
  requiredText,
  text,
} from './commonFields.js'

/** Fields of an interaction. */
export const interactionFields: ModelFields = {
  id,
  leadId: id,
  customerId: id,
  opportunityId: id,
  at: requiredInstant,
  direction: { kind: 'word', required: true, words: ['in', 'out'] },
  channel: { kind: 'channel', required: true },
  isAutomated: boolean,
  isPublic: boolean,
  bounced: boolean,
  answered: boolean,
}

/** Fields of a ticket. */
export const ticketFields: ModelFields = {
  id: requiredId,
  customerId: requiredId,
  createdAt: requiredInstant,
  status: requiredText,
  createdBy: { kind: 'word', words: ['customer', 'agent'] },
  firstReplyAt: instant,
  firstResolvedAt: instant,
  resolvedAt: instant,
  reopenCount: count,
  priority: text,
  category: text,
  isComplaint: boolean,
  target: { kind: 'quantity' },
  publicAgentReplies: count,
  customerReplies: count,
  agentCount: count,
  confirmedFirstContact: boolean,
}

/** Fields of a commitment. */
export const commitmentFields: ModelFields = {
  id: requiredId,
  customerId: requiredId,
  madeAt: requiredInstant,
  dueAt: dayOrInstant,
  originalDueAt: dayOrInstant,
  fulfilledAt: instant,
  promisedQuantity: amount,
  deliveredQuantity: amount,
  cancelledAt: instant,
  cancelledBy: { kind: 'word', words: ['customer', 'us'] },
  groupId: id,
  topic: text,
  value: { kind: 'value' },
  unit: text,
  team: text,
  channel: text,
  supersedes: id,
  communicatedToCustomer: boolean,
}
