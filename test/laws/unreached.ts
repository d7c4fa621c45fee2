import * as data from '../../docs/examples/galleryData.js'
import * as calendar from '../../src/calendar/index.js'
import * as charts from '../../src/charts/index.js'
import { emptyTally, isRetentionOkrError } from '../../src/index.js'
import { createMessages, en } from '../../src/locales/en/index.js'
import * as metrics from '../../src/metrics/index.js'
import { cycleContaining } from '../../src/okr/index.js'
import * as predict from '../../src/predict/index.js'
import * as records from '../../src/records/index.js'
import * as report from '../../src/report/index.js'
import * as review from '../../src/review/index.js'
import { activityEventSchema, parseRecords } from '../../src/schemas/index.js'
import { detectSlippingCustomers } from '../../src/signals/index.js'
import * as statistics from '../../src/statistics/index.js'
import { deepFreeze } from './deepFreeze.js'

const messages = createMessages(en)
const asOf = '2024-07-01'
const june = { start: '2024-06-01', end: '2024-07-01' }
const periods = [june]

const order = {
  id: '1',
  customerId: 'c',
  placedAt: '2024-06-05',
  status: 'paid',
  total: '10.50',
  currency: 'EUR',
} as const
const orders = [
  order,
  { ...order, id: '2', refunded: '1.25', lines: [{ quantity: 2 }] },
  { ...order, id: '3', customerId: 'd' },
]
const purchases = ['2024-01-05', '2024-02-06', '2024-03-09', '2024-04-02', '2024-05-11'].flatMap((placedAt, index) =>
  ['c', 'd', 'e']
    .slice(0, 1 + (index % 3))
    .map((customerId) => ({ ...order, id: `${index}${customerId}`, customerId, placedAt })),
)
const purchaseSummary = predict.summarisePurchaseDays(purchases, { asOf, ownRhythm: true })
const purchaseModel = {
  name: 'mbg-nbd',
  parameters: { r: 0.5, alpha: 6, a: 0.9, b: 1.6 },
  timeUnitDays: 7,
} as const
const returns = [{ id: 'r', orderId: '2', createdAt: '2024-06-20', quantity: 1 }]
const ticket = {
  id: '1',
  customerId: 'c',
  status: 'solved',
  createdAt: '2024-06-03T08:00:00Z',
  firstReplyAt: '2024-06-03T09:00:00Z',
  resolvedAt: '2024-06-03T12:00:00Z',
  category: 'delivery',
  isComplaint: true,
}
const tickets = [ticket, { ...ticket, id: '2', createdAt: '2024-06-01T08:00:00Z' }]
const subscription = { id: '1', customerId: 'a', startedAt: '2024-01-10', mrr: 39, currency: 'EUR' }
const subscriptions = [subscription, { ...subscription, id: '2', customerId: 'b', endedAt: '2024-06-20' }]
const activities = [
  { customerId: 'a', at: '2024-06-02' },
  { customerId: 'a', at: '2024-06-09', type: 'log-in' },
]
const answer = { id: '1', surveyId: 's', kind: 'nps', score: 9, answeredAt: '2024-06-10', customerId: 'c' } as const
const responses = [answer, { ...answer, id: '2', customerId: 'd', score: null }]
const invites = [{ id: '1', customerId: 'c', surveyId: 's', sentAt: '2024-06-01' }]
const commitments = [
  { id: '1', customerId: 'c', madeAt: '2024-06-01', dueAt: '2024-06-03', fulfilledAt: '2024-06-03' },
  { id: '2', customerId: 'c', madeAt: '2024-06-01', dueAt: '2024-06-04' },
]
const memberships = [{ customerId: 'a', programmeId: 'p', startedAt: '2024-01-01' }]
const participations = [{ customerId: 'a', programmeId: 'p', at: '2024-06-04' }]
const customers = [
  { id: 'a', createdAt: '2024-06-05', source: 'Referral', extra: { plan: 'pro' } },
  { id: 'b', createdAt: '2024-06-09', source: 'web', extra: { plan: 'free' } },
]
const active = [{ customerId: 'a', startedAt: '2024-01-01' }]
const referrals = [{ id: '1', referrerId: 'a', refereeKey: ' Zoe@example.org', at: '2024-06-02' }]

const leads = [{ id: 'L1', createdAt: '2024-06-03', source: 'web', ownerId: 's1', fields: { email: 'x@y.example' } }]
const handoffs = [{ id: 'H1', leadId: 'L1', fromTeam: 'marketing', toTeam: 'sales', handedAt: '2024-06-04' }]
const interactions = [
  { leadId: 'L1', at: '2024-06-05', direction: 'out', channel: 'call' },
  { customerId: 'a', at: '2024-06-06', direction: 'in', channel: 'email' },
] as const
const ownerChanges = [{ leadId: 'L1', at: '2024-06-07', to: 's2', reason: 'bounced' }]
const opportunities = [
  {
    id: 'D1',
    leadId: 'L1',
    createdAt: '2024-06-05',
    status: 'won',
    closedAt: '2024-06-20',
    amount: 10,
    currency: 'EUR',
  },
  { id: 'D2', createdAt: '2024-06-05', status: 'open' },
] as const
const objections = [{ prospectId: 'L1', at: '2024-06-06', theme: 'price' }]
const stageEntries = [{ opportunityId: 'D1', stage: 'proposal', at: '2024-06-10' }]

const cycle = cycleContaining('2024-07-01')
const objectives = [
  {
    id: 'o',
    title: 'Keep our customers',
    cycleId: cycle.id,
    keyResults: [
      {
        id: 'k',
        title: 'Churn',
        kind: 'change',
        baseline: 0.5,
        target: 0.25,
        unit: 'ratio',
        metricRef: { metric: 'churn-rate' },
      },
    ],
  },
] as const
const everyRecord = {
  ...{ customers, subscriptions, orders, returns, activities, responses, invites, tickets, commitments },
  ...{ memberships, participations, referrals, leads, handoffs, interactions, ownerChanges, opportunities },
  ...{ objections, stageEntries },
}
const policy = {
  period: { unit: 'month', history: 6 },
  segments: [{ name: 'plan', of: 'customer', field: 'plan' }],
  handoff: { calendars: { sales: null }, requiredFields: [{ field: 'phone' }] },
} as const
const choices = { asOf, policy }

/** Calls a function with frozen arguments. */
function call<A extends readonly unknown[], R>(run: (...args: A) => R, ...args: A): () => R {
  return () => run(...deepFreeze(args))
}

/** Exported functions that no vector reaches, each called with frozen input. */
export const unreachedCalls: Record<string, () => unknown> = {
  isRetentionOkrError: call(isRetentionOkrError, { code: 'x' }),
  periodGrid: call(calendar.periodGrid, june, { unit: 'month' as const, timeZone: 'Europe/Madrid' }),
  alarmDate: call(
    predict.alarmDate,
    { history: { frequency: 2, ageAtLastPurchaseDays: 60 }, lastPurchase: '2024-05-01' },
    { model: purchaseModel, aliveProbability: 0.5 },
  ),
  backtestPurchaseModel: call(predict.backtestPurchaseModel, purchases, { asOf: '2024-04-30', until: asOf }),
  rankCustomersAtRisk: call(predict.rankCustomersAtRisk, purchaseSummary, { model: purchaseModel }),
  tallyPurchaseDays: () => predict.tallyPurchaseDays(deepFreeze(purchases)),
  tallyRenewals: call(predict.tallyRenewals, [[100, 80, 70]]),
  detectSlippingCustomers: call(detectSlippingCustomers, { current: purchaseSummary }, {}),
  lookBackBounds: call(calendar.lookBackBounds, calendar.periodGrid(june, { unit: 'month' }), { days: 90 }),

  cumulativeIncidence: call(
    statistics.cumulativeIncidence,
    [
      { time: 5, outcome: 'won' },
      { time: 8, outcome: 'lost' },
      { time: 8, outcome: null },
    ],
    { event: 'won' },
  ),
  detectableDifference: call(statistics.detectableDifference, {
    baseline: 0.45,
    baselineTrials: 300,
    currentTrials: 100,
  }),
  detectableRateRatio: call(statistics.detectableRateRatio, {
    baseline: [10, 8, 12, 9, 11, 10].map((count) => ({ count, exposure: 200 })),
    exposure: 200,
  }),
  detectableSlope: call(statistics.detectableSlope, { periods: 12, sigma: 1 }),
  differenceInterval: call(statistics.differenceInterval, {
    first: { value: 61, interval: { lower: 52, upper: 70, level: 0.95 } },
    second: { value: 45, interval: { lower: 35, upper: 54, level: 0.95 } },
  }),
  meanInterval: call(statistics.meanInterval, [4, 5, 3, 5], { minimum: 1, maximum: 5 }),
  medianInterval: call(statistics.medianInterval, [1, 2, 3, 4, 5, 6, 7]),
  ratioInterval: call(
    statistics.ratioInterval,
    [
      { numerator: 100, denominator: 100 },
      { numerator: 0, denominator: 80 },
      { numerator: 150, denominator: 120 },
    ],
    { minimum: 0 },
  ),

  mapColumns: () => {
    const mapper = records.mapColumns('activityEvent', deepFreeze({ columns: { customerId: 'who', at: 'when' } }))
    const rows = [
      { who: 'a', when: '2024-06-02' },
      { who: '', when: 'soon' },
    ]
    return rows.map((row) => mapper(deepFreeze(row), deepFreeze({ timeZone: 'UTC' })))
  },
  // A schema is no data: it remembers what it was compiled to.
  parseRecords: () =>
    parseRecords(deepFreeze([activities[0], { customerId: 'b', at: 'soon' }]), { schema: activityEventSchema }),

  tallyActivity: () => records.tallyActivity(deepFreeze(activities), deepFreeze({ asOf })),
  tallySubscriptions: () => records.tallySubscriptions(deepFreeze(subscriptions), deepFreeze({ asOf })),
  tallyCommitments: () => metrics.tallyCommitments(deepFreeze(commitments), deepFreeze({ asOf, periods })),
  tallyComplaints: () => metrics.tallyComplaints(deepFreeze(tickets), deepFreeze({ asOf })),
  tallyDurations: () => metrics.tallyDurations(deepFreeze(tickets), deepFreeze({ asOf, clock: 'resolution', periods })),
  tallyFirstContacts: () => metrics.tallyFirstContacts(deepFreeze(tickets), deepFreeze({ asOf })),
  tallyInvites: () =>
    metrics.tallyInvites(deepFreeze({ invites, responses }), deepFreeze({ asOf, answerWindowDays: 14 })),
  tallyParticipations: () =>
    metrics.tallyParticipations(deepFreeze({ memberships, participations }), deepFreeze({ asOf })),
  tallyPurchases: () => metrics.tallyPurchases(deepFreeze(orders), deepFreeze({ asOf, segmentBy: 'currency' })),
  tallyReferrals: () => metrics.tallyReferrals(deepFreeze({ customers: active, referrals }), deepFreeze({ asOf })),
  tallyResponses: () => metrics.tallyResponses(deepFreeze(responses), deepFreeze({ asOf, dedupe: 'all' })),
  tallyReturns: () => metrics.tallyReturns(deepFreeze({ orders, returns }), deepFreeze({ asOf })),
  tallyRevenue: () => metrics.tallyRevenue(deepFreeze(orders), deepFreeze({ asOf, periods })),
  tallySla: () => metrics.tallySla(deepFreeze(tickets), deepFreeze({ asOf, periods, target: 86_400_000 })),
  measureReferredShare: call(metrics.measureReferredShare, customers, { asOf, period: june }),
  emptyTally: call(emptyTally, 'sla-attainment', { target: 3_600_000 }),

  planReview: call(review.planReview, { cycle, objectives, records: everyRecord }, choices),
  tallyRecords: call(review.tallyRecords, everyRecord, choices),
  measureAll: call(review.measureAll, everyRecord, choices),
  reviewRetention: call(review.reviewRetention, { cycle, objectives, records: everyRecord }, choices),
  compareReviews: () => {
    const july = review.reviewRetention({ cycle, objectives, records: everyRecord }, choices)
    const may = review.reviewRetention(
      { cycle, objectives, records: { subscriptions } },
      { ...choices, asOf: '2024-06-15' },
    )
    return review.compareReviews(deepFreeze(may), deepFreeze(july))
  },

  chartKeyResults: call(charts.chartKeyResults, data.keyResults, { messages }),
  chartTrajectory: () =>
    data.keyResults.map((keyResult) => charts.chartTrajectory(deepFreeze(keyResult), { messages })),
  chartConfidence: call(charts.chartConfidence, data.keyResults, { messages }),
  chartCheckIns: call(charts.chartCheckIns, data.keyResults, { messages }),
  chartSignals: call(charts.chartSignals, data.signals, { messages }),
  chartCohorts: call(charts.chartCohorts, data.cohorts, { messages, minimumSize: 10 }),
  chartNetPromoterScore: call(charts.chartNetPromoterScore, data.netPromoterScores, { messages }),
  chartControl: call(charts.chartControl, data.control, { messages }),
  chartSurvival: call(charts.chartSurvival, data.survival, { messages }),
  chartSegments: call(charts.chartSegments, data.segments, { messages }),
  chartHandoffReasons: call(charts.chartHandoffReasons, data.rejectReasons, { messages }),
  chartResponseTimes: call(charts.chartResponseTimes, data.responses, { messages, promise: 0.9 }),
  chartContradictions: call(charts.chartContradictions, data.contradictions, {
    messages,
    limits: { netPromoterScore: 50, churnRate: 0.03 },
  }),

  renderCsv: call(report.renderCsv, [{ name: '=1+1', rate: -0.5 }]),
  renderHtml: () => report.renderHtml(deepFreeze(smallReview()), { messages }),
  renderMarkdown: () => report.renderMarkdown(deepFreeze(smallReview()), { messages }),
}

/** Functions that give typed columns, called in the same way. */
export const columnCalls: Record<string, () => object> = {
  encodeActivity: () => records.encodeActivity(deepFreeze(activities), deepFreeze({ periods })),
  encodeOrders: () => records.encodeOrders(deepFreeze(orders), deepFreeze({ segmentBy: 'currency' })),
  encodeResponses: () => records.encodeResponses(deepFreeze(responses), deepFreeze({ periods })),
  encodeTickets: () => records.encodeTickets(deepFreeze(tickets), deepFreeze({ periods })),
}

function smallReview(): review.RetentionReview {
  return review.reviewRetention({ cycle, objectives, records: everyRecord }, choices)
}
