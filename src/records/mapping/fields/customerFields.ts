import type { ModelFields } from '../fieldSpec.js'
import { id, instant, requiredId, requiredInstant, requiredText, text } from './commonFields.js'

/** Fields of a customer. */
export const customerFields: ModelFields = {
  id: requiredId,
  createdAt: requiredInstant,
  segment: text,
  ownerId: id,
  source: text,
  emailKey: { kind: 'email' },
  accountId: id,
}

/** Fields of an event of activity. */
export const activityEventFields: ModelFields = { id, customerId: requiredId, at: requiredInstant, type: text }

/** Fields of a membership of a programme. */
export const programmeMembershipFields: ModelFields = {
  customerId: requiredId,
  programmeId: requiredId,
  startedAt: requiredInstant,
  endedAt: instant,
}

/** Fields of a participation. */
export const participationFields: ModelFields = { customerId: requiredId, programmeId: requiredId, at: requiredInstant }

/** Fields of a referral. */
export const referralFields: ModelFields = {
  id: requiredId,
  referrerId: requiredId,
  refereeKey: requiredText,
  at: requiredInstant,
  convertedCustomerId: id,
}
