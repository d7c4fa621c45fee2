import type {
  ActivityEvent,
  Commitment,
  Customer,
  Handoff,
  Interaction,
  Lead,
  Objection,
  Opportunity,
  Order,
  OwnerChange,
  Participation,
  ProgrammeMembership,
  Referral,
  Return,
  Subscription,
  SurveyInvite,
  SurveyResponse,
  Ticket,
} from '../../src/records/index.js'
import type { ReviewInput, ReviewPolicy, ReviewRetentionOptions, SomeRecords } from '../../src/review/index.js'
import { at, createRandom } from './story.js'

const hour = 3_600_000
const day = 24 * hour
const lastDay = 365

/** Records of every type: a year of eighty customers and a hundred and twenty leads. */
export interface CompanyRecords {
  customers: Customer[]
  subscriptions: Subscription[]
  orders: Order[]
  returns: Return[]
  activities: ActivityEvent[]
  invites: SurveyInvite[]
  responses: SurveyResponse[]
  tickets: Ticket[]
  commitments: Commitment[]
  memberships: ProgrammeMembership[]
  participations: Participation[]
  referrals: Referral[]
  leads: Lead[]
  handoffs: Handoff[]
  interactions: Interaction[]
  ownerChanges: OwnerChange[]
  opportunities: Opportunity[]
  objections: Objection[]
}

/** Makes the company, the same one every time. */
export function makeCompany(): CompanyRecords {
  const random = createRandom(11)
  const records: CompanyRecords = {
    customers: [],
    subscriptions: [],
    orders: [],
    returns: [],
    activities: [],
    invites: [],
    responses: [],
    tickets: [],
    commitments: [],
    memberships: [],
    participations: [],
    referrals: [],
    ...makeSales(random),
  }
  for (let index = 0; index < 80; index += 1) addCustomer(records, index, random)
  return records
}

function addCustomer(records: CompanyRecords, index: number, random: () => number): void {
  const customerId = `c${index}`
  const since = Math.floor(200 * random())
  const until = since + 30 + Math.floor((index % 2 === 0 ? 150 : 600) * random())
  const end = Math.min(until, lastDay)
  const extra = { plan: index % 2 === 0 ? 'basic' : 'pro', country: index % 3 === 0 ? 'ES' : 'MX' }
  const source = index % 4 === 0 ? { source: 'referral' } : {}
  records.customers.push({ id: customerId, createdAt: at(since), ...source, extra })
  records.subscriptions.push({
    id: `s${index}`,
    customerId,
    startedAt: at(since, 20 * random()),
    ...(until < lastDay ? { endedAt: at(until, 20 * random()) } : {}),
    mrr: index % 2 === 0 ? '19.90' : 49,
    currency: 'EUR',
  })
  for (let on = since; on < end; on += 10 + Math.floor(40 * random())) {
    const id = `o${index}-${on}`
    const order = { id, customerId, placedAt: at(on, 24 * random()), status: 'paid', currency: 'EUR' } as const
    records.orders.push({ ...order, total: '19.90', lines: [{ quantity: 2 }] })
    if (random() < 0.1) {
      records.returns.push({ id: `x${id}`, orderId: id, customerId, createdAt: at(on + 5), quantity: 1 })
    }
    records.activities.push({ customerId, at: at(on, 3), type: 'login' })
  }
  for (let on = since + 5; on < end; on += 60) {
    const id = `${index}-${on}`
    records.invites.push({ id: `i${id}`, customerId, surveyId: `wave ${on}`, sentAt: at(on) })
    if (random() < 0.3) continue
    const score = Math.min(10, Math.floor(6 + 5 * random()))
    const answer = {
      surveyId: `wave ${on}`,
      answeredAt: at(on + 1, 24 * random()),
      customerId,
      respondentId: customerId,
    }
    records.responses.push({ id: `r${id}`, kind: 'nps', score, ...answer })
    records.responses.push({ id: `q${id}`, kind: 'csat', score: 3 + Math.floor(3 * random()), ...answer })
  }
  for (let on = since + 8; on < end; on += 40) {
    records.tickets.push({
      id: `t${index}-${on}`,
      customerId,
      createdAt: at(on, 12),
      status: 'solved',
      firstReplyAt: at(on, 13),
      firstResolvedAt: at(on, 14 + 24 * random()),
      resolvedAt: at(on, 40),
      reopenCount: 0,
      category: on % 2 === 0 ? 'delivery' : 'billing',
      isComplaint: random() < 0.5,
    })
  }
  for (let on = since + 3; on < end; on += 50) {
    const promise = { customerId, madeAt: at(on), topic: 'delivery', unit: 'hours' }
    const kept = at(on + 1 + 2 * random())
    records.commitments.push({
      ...promise,
      id: `p${index}-${on}`,
      dueAt: at(on + 2),
      fulfilledAt: kept,
      value: 48,
      team: 'sales',
    })
    records.commitments.push({ ...promise, id: `w${index}-${on}`, value: random() < 0.8 ? 48 : 24, team: 'marketing' })
  }
  if (index % 3 !== 0) return
  records.memberships.push({ customerId, programmeId: 'club', startedAt: at(since) })
  for (let on = since; on < end; on += 45)
    records.participations.push({ customerId, programmeId: 'club', at: at(on, 5) })
  records.referrals.push({ id: `f${index}`, referrerId: customerId, refereeKey: `friend ${index}`, at: at(since + 20) })
}

function makeSales(random: () => number) {
  const leads: Lead[] = []
  const handoffs: Handoff[] = []
  const interactions: Interaction[] = []
  const ownerChanges: OwnerChange[] = []
  const opportunities: Opportunity[] = []
  const objections: Objection[] = []
  for (let index = 0; index < 120; index += 1) {
    const on = Math.floor((index * lastDay) / 120)
    const id = `l${index}`
    leads.push({
      id,
      createdAt: at(on, 9),
      ownerId: index % 20 === 19 ? null : 'ana',
      fields: { email: `${id}@example.org`, ...(random() < 0.6 ? { phone: `600${index}` } : {}) },
      extra: { channel: index % 2 === 0 ? 'web' : 'fair' },
    })
    handoffs.push({
      id: `h${index}`,
      leadId: id,
      fromTeam: 'marketing',
      toTeam: index % 4 === 0 ? 'inside' : 'field',
      handedAt: at(on, 10),
      decision: { outcome: random() < 0.8 ? 'accepted' : 'rejected', at: at(on, 12), reason: 'wrong_contact' },
    })
    interactions.push({ id: `i${index}`, leadId: id, at: at(on, 10 + 6 * random()), direction: 'out', channel: 'call' })
    if (index % 3 === 0) interactions.push({ leadId: id, at: at(on + 2, 9), direction: 'in', channel: 'email' })
    if (index % 9 === 0) ownerChanges.push({ leadId: id, at: at(on, 30), to: 'leo', reason: 'other' })
    opportunities.push({
      id: `d${index}`,
      leadId: id,
      createdAt: at(on, 11),
      status: on > 350 ? 'open' : index % 3 === 0 ? 'won' : 'lost',
      ...(on > 350 ? {} : { closedAt: at(on + 5, 11) }),
      extra: { size: index % 2 === 0 ? 'small' : 'large' },
    })
    objections.push({
      prospectId: id,
      opportunityId: `d${index}`,
      at: at(on + 1),
      theme: index % 4 === 0 ? 'price' : 'fit',
    })
  }
  return { leads, handoffs, interactions, ownerChanges, opportunities, objections }
}

const cycle = { id: '2025-Q4', kind: 'quarter', firstDay: '2025-10-01', lastDay: '2025-12-31' } as const
const change = { kind: 'change', nature: 'rate', unit: 'ratio' } as const

/** Objectives on the figures of the company. */
export const objectives = [
  {
    id: 'stay',
    title: 'Customers stay',
    cycleId: cycle.id,
    owner: { id: 'ana', name: 'Ana' },
    keyResults: [
      {
        ...change,
        id: 'churn',
        title: 'Fewer leave',
        baseline: '0.1',
        target: '0.05',
        operator: 'lte',
        metricRef: { metric: 'churn-rate' },
      },
      {
        ...change,
        id: 'clean',
        title: 'Clean hand-offs',
        baseline: '0.6',
        target: '0.3',
        operator: 'lte',
        metricRef: { metric: 'clean-handoff-rate', complement: true },
      },
    ],
  },
] as const

/** Every choice that the records have something for. */
export const policy: ReviewPolicy = {
  period: { unit: 'month', history: 10 },
  segments: [
    { name: 'plan', of: 'customer', field: 'plan' },
    { name: 'category', of: 'ticket', field: 'category' },
    { name: 'channel', of: 'lead', field: 'channel' },
    { name: 'size', of: 'opportunity', field: 'size' },
  ],
  metrics: {
    'cohort-repeat-rate': { withinDays: 60 },
    'sla-attainment': { target: day, operator: 'lt' },
    'inactivity-churn-rate': { inactiveDays: 90 },
    'response-rate': { answerWindowDays: 14 },
  },
  signals: { detectSlowResponse: { target: 0.8 }, detectPromiseGap: { onTimeTarget: 0.9 } },
  handoff: {
    calendars: { inside: null, field: null },
    requiredFields: [{ field: 'email', validator: 'email' }, { field: 'phone' }],
    responseTarget: 3 * hour,
  },
}

export const options: ReviewRetentionOptions = { asOf: '2025-12-15', timeZone: 'Europe/Madrid', policy }

/** The input of a review of the company. */
export function inputOf(records: SomeRecords = makeCompany()): ReviewInput {
  return { cycle, objectives, records }
}
