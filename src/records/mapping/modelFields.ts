import type { ModelName } from './model.js'

/** How the cell of a field is read. */
export interface FieldSpec {
  /** What the field holds. */
  readonly kind:
    | 'id'
    | 'text'
    | 'channel'
    | 'email'
    | 'instant'
    | 'dayOrInstant'
    | 'amount'
    | 'signedAmount'
    | 'currency'
    | 'number'
    | 'quantity'
    | 'count'
    | 'ordinal'
    | 'share'
    | 'score'
    | 'boolean'
    | 'word'
    | 'value'
    | 'raw'
  /** A record without it is bad. */
  readonly required?: boolean
  /** The words of a closed list. */
  readonly words?: readonly string[]
  /** Null says something of its own. */
  readonly nullable?: boolean
  /** A column that is there but blank is null. */
  readonly blankIsNull?: boolean
}

const id: FieldSpec = { kind: 'id' }
const requiredId: FieldSpec = { kind: 'id', required: true }
const text: FieldSpec = { kind: 'text' }
const requiredText: FieldSpec = { kind: 'text', required: true }
const instant: FieldSpec = { kind: 'instant' }
const requiredInstant: FieldSpec = { kind: 'instant', required: true }
const dayOrInstant: FieldSpec = { kind: 'dayOrInstant' }
const amount: FieldSpec = { kind: 'amount' }
const requiredAmount: FieldSpec = { kind: 'amount', required: true }
const currency: FieldSpec = { kind: 'currency' }
const requiredCurrency: FieldSpec = { kind: 'currency', required: true }
const count: FieldSpec = { kind: 'count' }
const boolean: FieldSpec = { kind: 'boolean' }
const endReason: FieldSpec = { kind: 'word', words: ['voluntary', 'involuntary', 'completed', 'unknown'] }
const nullableId: FieldSpec = { kind: 'id', nullable: true }

/** Fields of every model in the order of its interface; a dot reaches into a member. */
export const modelFields: { readonly [M in ModelName]: { readonly [field: string]: FieldSpec } } = {
  customer: {
    id: requiredId,
    createdAt: requiredInstant,
    segment: text,
    ownerId: id,
    source: text,
    emailKey: { kind: 'email' },
    accountId: id,
  },
  subscription: {
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
  },
  mrrMovement: {
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
  },
  customerRevenue: { customerId: requiredId, start: requiredAmount, end: requiredAmount, currency },
  order: {
    id: requiredId,
    customerId: id,
    emailKey: { kind: 'email' },
    placedAt: requiredInstant,
    status: { kind: 'word', required: true, words: ['open', 'paid', 'cancelled', 'failed'] },
    total: requiredAmount,
    refunded: amount,
    currency: requiredCurrency,
    isTest: boolean,
  },
  return: {
    id: requiredId,
    orderId: requiredId,
    customerId: id,
    createdAt: requiredInstant,
    quantity: { kind: 'quantity', required: true },
    amount,
  },
  activityEvent: { id, customerId: requiredId, at: requiredInstant, type: text },
  surveyInvite: {
    id: requiredId,
    customerId: requiredId,
    surveyId: requiredId,
    sentAt: requiredInstant,
    delivered: boolean,
  },
  surveyResponse: {
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
  },
  interaction: {
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
  },
  ticket: {
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
  },
  commitment: {
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
  },
  lead: {
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
  },
  handoff: {
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
  },
  ownerChange: { leadId: requiredId, at: requiredInstant, to: nullableId, reason: text },
  opportunity: {
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
  },
  stageEntry: { opportunityId: requiredId, stage: requiredText, at: requiredInstant },
  objection: {
    prospectId: requiredId,
    at: requiredInstant,
    theme: requiredText,
    opportunityId: id,
    stage: text,
    team: text,
  },
  programmeMembership: {
    customerId: requiredId,
    programmeId: requiredId,
    startedAt: requiredInstant,
    endedAt: instant,
  },
  participation: { customerId: requiredId, programmeId: requiredId, at: requiredInstant },
  referral: {
    id: requiredId,
    referrerId: requiredId,
    refereeKey: requiredText,
    at: requiredInstant,
    convertedCustomerId: id,
  },
}
