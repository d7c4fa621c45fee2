import type { FieldSpec, ModelFields } from '../fieldSpec.js'
import {
  boolean,
  currency,
  instant,
  requiredAmount,
  requiredCurrency,
  requiredId,
  requiredInstant,
} from './commonFields.js'

const endReason: FieldSpec = { kind: 'word', words: ['voluntary', 'involuntary', 'completed', 'unknown'] }

/** Fields of a subscription. */
export const subscriptionFields: ModelFields = {
  id: requiredId,
  customerId: requiredId,
  startedAt: requiredInstant,
  endedAt: instant,
  mrr: requiredAmount,
  currency: requiredCurrency,
  isTrial: boolean,
  cancelRequestedAt: instant,
  statusEndedAt: instant,
  pastDueSince: instant,
  endReason,
}

/** Fields of a movement of recurring revenue. */
export const mrrMovementFields: ModelFields = {
  customerId: requiredId,
  at: requiredInstant,
  type: {
    kind: 'word',
    required: true,
    words: ['new', 'expansion', 'contraction', 'churn', 'reactivation', 'fx'],
  },
  delta: { kind: 'signedAmount', required: true },
  currency: requiredCurrency,
  endReason,
}

/** Fields of the revenue of a customer. */
export const customerRevenueFields: ModelFields = {
  customerId: requiredId,
  start: requiredAmount,
  end: requiredAmount,
  currency,
}
