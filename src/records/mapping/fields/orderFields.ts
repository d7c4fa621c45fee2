import type { ModelFields } from '../fieldSpec.js'
import { amount, boolean, id, requiredAmount, requiredCurrency, requiredId, requiredInstant } from './commonFields.js'

/** Fields of an order. */
export const orderFields: ModelFields = {
  id: requiredId,
  customerId: id,
  emailKey: { kind: 'email' },
  placedAt: requiredInstant,
  status: { kind: 'word', required: true, words: ['open', 'paid', 'cancelled', 'failed'] },
  total: requiredAmount,
  refunded: amount,
  currency: requiredCurrency,
  isTest: boolean,
}

/** Fields of a return. */
export const returnFields: ModelFields = {
  id: requiredId,
  orderId: requiredId,
  customerId: id,
  createdAt: requiredInstant,
  quantity: { kind: 'quantity', required: true },
  amount,
}
