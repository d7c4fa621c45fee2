import { describe, expect, it } from 'vitest'
import * as metrics from '../../src/metrics/index.js'

const asOf = '2024-06-01'
const period = { start: '2024-05-01', end: '2024-06-01' }
const periods = [period]
const at = '2024-05-05T10:00:00Z'

const order = { id: '1', customerId: 'c', placedAt: at, status: 'paid', total: '10.00', currency: 'EUR' }
const event = { id: '1', customerId: 'c', at }
const answer = { id: '1', surveyId: 's', kind: 'nps', score: 5, answeredAt: at, customerId: 'c' }
const subscription = { id: '1', customerId: 'c', startedAt: at, mrr: '10.00', currency: 'EUR' }
const ticket = { id: '1', customerId: 'c', status: 'open', createdAt: at, isComplaint: true }
const promise = { id: '1', customerId: 'c', madeAt: at, dueAt: at }
const deal = { id: '1', createdAt: at, status: 'open', stage: 's' }
const customer = { id: '1', createdAt: at, source: 'referral' }
const referral = { id: '1', referrerId: 'c', refereeKey: 'd', at }
const invite = { id: '1', customerId: 'c', surveyId: 's', sentAt: at }
const handoff = { id: '1', leadId: 'l', fromTeam: 'm', toTeam: 's', handedAt: at }
const active = { customerId: 'c', startedAt: '2024-01-01' }

type Options = Record<string, unknown>

/** Functions over records, with records of which one may come twice, and what they need besides. */
const cases: [
  run: (source: never, options: never) => unknown,
  source: (records: object[]) => unknown,
  record: object,
  options: Options,
][] = [
  [metrics.countPurchases, list, order, { periods }],
  [metrics.measureRepeatPurchaseRate, list, order, { period }],
  [metrics.measureReturningCustomerRate, list, order, { period }],
  [metrics.measureCohortRepeatRate, list, order, { period, withinDays: 3 }],
  [metrics.measurePurchaseFrequency, list, order, { period }],
  [metrics.measureTimeBetweenPurchases, list, order, {}],
  [metrics.summariseRfm, list, order, {}],
  [metrics.countChurn, list, event, { periods, inactiveDays: 3 }],
  [metrics.measureInactivityChurnRate, list, event, { period, inactiveDays: 3 }],
  [metrics.suggestInactivityWindow, list, event, {}],
  [metrics.countCohortRetention, list, event, { period }],
  [metrics.measureCohortRetention, list, event, { period }],
  [metrics.measureStickiness, list, event, {}],
  [metrics.countActiveDays, list, event, {}],
  [metrics.countChurn, list, subscription, { periods }],
  [metrics.measureChurnRate, list, subscription, { period }],
  [metrics.measureChurnByCause, list, subscription, { period }],
  [metrics.measureMrr, list, subscription, {}],
  [metrics.countMrrMovements, list, subscription, { period }],
  [metrics.measureCustomerRevenue, list, subscription, { period }],
  [metrics.measureAverageRevenuePerAccount, list, subscription, {}],
  [metrics.countResponses, list, answer, { periods }],
  [metrics.measureNetPromoterScore, list, answer, {}],
  [metrics.measureCsat, list, { ...answer, kind: 'csat' }, {}],
  [metrics.measureCes, list, { ...answer, kind: 'ces' }, {}],
  [metrics.countInvites, (invites) => ({ invites, responses: [] }), invite, { periods, answerWindowDays: 14 }],
  [metrics.measureResponseRate, (invites) => ({ invites, responses: [] }), invite, { answerWindowDays: 14 }],
  [metrics.tallyInvites, (invites) => ({ invites, responses: [] }), invite, { answerWindowDays: 14 }],
  [metrics.measureFirstResponseTime, list, ticket, {}],
  [metrics.measureTimeToResolution, list, ticket, {}],
  [metrics.measureSlaAttainment, list, ticket, { target: 1000 }],
  [metrics.countFirstContacts, list, ticket, { periods }],
  [metrics.measureFirstContactResolutionRate, list, ticket, {}],
  [metrics.countComplaints, list, ticket, { periods }],
  [metrics.measureComplaintRate, list, ticket, { period, exposure: 3 }],
  [metrics.measureComplaintShare, list, ticket, { period, customers: 3 }],
  [metrics.measureRecurringComplaintRate, list, ticket, { period }],
  [metrics.tallyReturns, (orders) => ({ orders, returns: [] }), order, {}],
  [metrics.countReturns, (orders) => ({ orders, returns: [] }), order, { periods }],
  [metrics.measureReturnRate, (orders) => ({ orders, returns: [] }), order, { period }],
  [metrics.countCommitments, list, promise, { periods }],
  [metrics.measureCommitmentFulfilmentRate, list, promise, {}],
  [metrics.measurePromiseConsistency, list, promise, {}],
  [metrics.tallyReferrals, (referrals) => ({ customers: [active], referrals }), referral, {}],
  [metrics.countReferrals, (referrals) => ({ customers: [active], referrals }), referral, { periods }],
  [metrics.measureReferralRate, (referrals) => ({ customers: [active], referrals }), referral, { period }],
  [metrics.measureReferralsPerCustomer, (referrals) => ({ customers: [active], referrals }), referral, { period }],
  [metrics.measureReferredShare, list, customer, { period }],
  [metrics.countReferredCustomers, list, customer, { periods }],
  [metrics.countOpportunities, list, deal, { periods }],
  [metrics.measureCloseRate, list, deal, {}],
  [metrics.closeIncidence, list, deal, {}],
  [metrics.measureSalesCycle, list, deal, {}],
  [metrics.countProspects, (handoffs) => ({ handoffs, interactions: [] }), handoff, { periods }],
  [metrics.measureSilentProspectRate, (handoffs) => ({ handoffs, interactions: [] }), handoff, {}],
]

/** Those whose answers have no place for what was left out. */
const silent = new Set<unknown>([metrics.countActiveDays, metrics.measureCustomerRevenue])

function list(records: object[]): object[] {
  return records
}

describe('duplicates', () => {
  it.each(cases.map((item) => [item[0].name, ...item] as const))(
    '%s looks for them, unless the caller vouches for the ids',
    (_name, run, source, record, options) => {
      const call = (records: object[], duplicates?: unknown): { excluded?: Record<string, number> } =>
        (run as (source: unknown, options: Options) => object)(source(records), {
          asOf,
          ...options,
          duplicates,
        })
      const twins = [record, { ...record }]
      expect(() => call(twins, 'maybe')).toThrow(
        expect.objectContaining({
          code: 'INVALID_OPTION',
          details: expect.objectContaining({ path: 'options.duplicates' }),
        }),
      )
      if (!silent.has(run)) expect(JSON.stringify(call(twins))).toContain('"duplicate":1')
      expect(call(twins)).toEqual(call(twins, 'check'))
      expect(JSON.stringify(call(twins, 'trusted'))).not.toContain('"duplicate":')
      expect(call([record], 'trusted')).toEqual(call([record]))
    },
  )
})
