import type {
  Customer,
  Handoff,
  Interaction,
  Lead,
  Opportunity,
  Order,
  OwnerChange,
  Subscription,
  SurveyResponse,
  Ticket,
} from '../../src/records/model.js'
import {
  type RetentionReview,
  type ReviewInput,
  type ReviewRetentionOptions,
  reviewRetention,
  type SomeRecords,
} from '../../src/review/index.js'
import { at, createRandom } from '../review/story.js'

const hour = 3_600_000
const day = 24 * hour
const lastDay = 424

/** Every place of the company where people write a name; each is written as `Name:<place>`. */
export const places = [
  'objective',
  'owner',
  'churn',
  'nps',
  'response',
  'plan',
  'segment',
  'action',
  'learning',
  'reason',
  'field',
  'dimension',
] as const

/** A small company with every type of record; the times of day fall on both sides of midnight in every zone. */
function makeRecords() {
  const random = createRandom(7)
  const customers: Customer[] = []
  const subscriptions: Subscription[] = []
  const orders: Order[] = []
  const responses: SurveyResponse[] = []
  const tickets: Ticket[] = []
  for (let index = 0; index < 90; index++) {
    const id = `c${index}`
    const since = Math.floor(random() * 300)
    const isShort = index % 2 === 0
    const stays = Math.floor((isShort ? 160 : 700) * random())
    const until = since + 20 + stays
    customers.push({
      id,
      createdAt: at(since),
      extra: { plan: index % 2 === 0 ? 'Name:plan' : 'other' },
    })
    subscriptions.push({
      id: `s${index}`,
      customerId: id,
      startedAt: at(since, 23 * random()),
      ...(until < lastDay ? { endedAt: at(until, 23 * random()) } : {}),
      mrr: '49.90',
      currency: 'EUR',
    })
    for (let on = since; on < Math.min(until, lastDay); on += 10 + Math.floor(60 * random())) {
      orders.push({
        id: `o${index}-${on}`,
        customerId: id,
        placedAt: at(on, 24 * random()),
        status: 'paid',
        total: '19.90',
        currency: 'EUR',
      })
    }
    for (let on = since + 5; on < Math.min(until, lastDay); on += 60) {
      const score = Math.min(10, Math.floor(7 + 4 * random() - (isShort ? 1 : 0)))
      responses.push({
        id: `r${index}-${on}`,
        surveyId: 'nps',
        kind: 'nps',
        score,
        answeredAt: at(on, 24 * random()),
        customerId: id,
        respondentId: id,
      })
    }
    for (let on = since + 8; on < Math.min(until, lastDay); on += 45) {
      tickets.push({
        id: `t${index}-${on}`,
        customerId: id,
        createdAt: at(on, 12),
        status: 'solved',
        firstReplyAt: at(on, 13),
        firstResolvedAt: at(on, 14 + 24 * random()),
        resolvedAt: at(on, 40),
        reopenCount: 0,
      })
    }
  }
  return { customers, subscriptions, orders, responses, tickets, ...makeSales(random) }
}

function makeSales(random: () => number) {
  const leads: Lead[] = []
  const handoffs: Handoff[] = []
  const interactions: Interaction[] = []
  const ownerChanges: OwnerChange[] = []
  const opportunities: Opportunity[] = []
  for (let index = 0; index < 150; index++) {
    const on = Math.floor((index * lastDay) / 150)
    const id = `l${index}`
    leads.push({
      id,
      createdAt: at(on, 9),
      ownerId: 'ana',
      fields: { email: `${id}@example.org`, ...(random() < 0.5 ? { 'Name:field': 'yes' } : {}) },
      classification: {
        actual: { 'Name:dimension': random() < 0.3 ? 'small' : 'large' },
        reference: { 'Name:dimension': 'large' },
      },
    })
    handoffs.push({ id: `h${index}`, leadId: id, fromTeam: 'marketing', toTeam: 'sales', handedAt: at(on, 10) })
    interactions.push({ id: `i${index}`, leadId: id, at: at(on, 10 + 6 * random()), direction: 'out', channel: 'call' })
    if (index % 9 === 0) {
      ownerChanges.push({ leadId: id, at: at(on, 30), to: 'leo', reason: 'other' })
    }
    opportunities.push({
      id: `d${index}`,
      leadId: id,
      createdAt: at(on, 11),
      status: index % 3 === 0 ? 'won' : 'lost',
      closedAt: at(on + 5, 11),
      amount: '900',
      currency: 'EUR',
    })
  }
  return { leads, handoffs, interactions, ownerChanges, opportunities }
}

const options: ReviewRetentionOptions = {
  asOf: '2026-03-01',
  timeZone: 'Europe/Madrid',
  policy: {
    period: { unit: 'month', history: 12 },
    segments: [{ name: 'Name:segment', of: 'customer', field: 'plan' }],
    metrics: {
      'cohort-repeat-rate': { withinDays: 60 },
      'sla-attainment': { target: day, operator: 'lt' },
      'inactivity-churn-rate': { inactiveDays: 90 },
    },
    handoff: {
      calendars: { sales: null },
      requiredFields: [{ field: 'Name:field' }],
      dimensions: { 'Name:dimension': 1 },
      responseTarget: 3 * hour,
    },
  },
}

function makeInput(): ReviewInput {
  const keyResult = { kind: 'change', nature: 'rate' } as const
  const reported = ['2026-01-15', '2026-01-29', '2026-02-12', '2026-02-26']
  return {
    cycle: { id: '2026-Q1', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' },
    objectives: [
      {
        id: 'relation',
        title: 'Name:objective',
        cycleId: '2026-Q1',
        owner: { id: 'lucia', name: 'Name:owner' },
        cadence: 'biweekly',
        keyResults: [
          {
            ...keyResult,
            id: 'churn',
            title: 'Name:churn',
            unit: 'ratio',
            baseline: '0.05',
            target: '0.03',
            operator: 'lte',
            metricRef: { metric: 'churn-rate' },
          },
          {
            ...keyResult,
            id: 'nps',
            title: 'Name:nps',
            unit: 'points',
            baseline: 30,
            target: 60,
            operator: 'gt',
            metricRef: { metric: 'net-promoter-score' },
          },
          {
            ...keyResult,
            id: 'response',
            title: 'Name:response',
            role: 'guardrail',
            kind: 'maintain',
            unit: 'ratio',
            condition: { bound: '0.9', operator: 'gte' },
            metricRef: { metric: 'lead-response-attainment' },
          },
        ],
      },
    ],
    checkIns: ['churn', 'nps'].flatMap((keyResultId) =>
      reported.map((on, index) => ({
        id: `${keyResultId}-${on}`,
        keyResultId,
        on,
        reading: { value: keyResultId === 'churn' ? `0.0${5 + index}` : 35 + index },
        confidence: '0.4',
        ...(index < 3
          ? {}
          : {
              blockers: [{ type: 'dependency', openedOn: '2026-02-12', nextAction: 'Name:action' } as const],
              learnings: ['Name:learning'],
              decision: { action: 'modify', reason: 'Name:reason' } as const,
            }),
      })),
    ),
  }
}

/** An order of records: as made, the other way round, or shuffled. */
export type RecordOrder = 'made' | 'reversed' | 'shuffled'

function reordered<T>(records: readonly T[], order: RecordOrder): readonly T[] {
  if (order === 'made') return records
  if (order === 'reversed') return [...records].reverse()
  const random = createRandom(99)
  return records
    .map((record) => ({ record, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ record }) => record)
}

/** The review of the company, its records in an order. */
export function reviewCompany(order: RecordOrder = 'made'): RetentionReview {
  const input = makeInput()
  const records: { readonly [name: string]: readonly unknown[] } = makeRecords()
  const moved: SomeRecords = Object.fromEntries(
    Object.entries(records).map(([name, list]) => [name, reordered(list, order)]),
  )
  const before = reviewRetention({ ...input, records: moved }, { ...options, asOf: '2026-02-01' })
  return reviewRetention({ ...input, records: moved, previous: before }, options)
}

/** The review of nothing: no records, no objectives. */
export function reviewNothing(): RetentionReview {
  const { cycle } = makeInput()
  return reviewRetention({ cycle, objectives: [] }, { asOf: '2026-02-01' })
}
