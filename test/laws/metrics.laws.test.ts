import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countChurn,
  measureChurnRate,
  measureInactivityChurnRate,
  measureNetPromoterScore,
  measureReturningCustomerRate,
  measureSlaAttainment,
  mergeTallies,
  netPromoterScore,
  type Order,
  type Subscription,
  type SurveyResponse,
  slaAttainment,
  type Tally,
  type Ticket,
  tallyActivity,
  tallyPurchases,
  tallyResponses,
  tallySla,
  tallySubscriptions,
} from '../../src/index.js'
import { deepFreeze } from './deepFreeze.js'

const settings = { seed: 20240117, numRuns: 100 }
const day = 86_400_000
const start = Date.UTC(2024, 0, 1)
const asOf = new Date(start + 120 * day).toISOString()
const days = fc.integer({ min: 0, max: 110 * 24 }).map((hours) => start + (hours * day) / 24)
const customers = fc.constantFrom('a', 'b', 'c', 'd')
const period = { start: '2024-02-01', end: '2024-04-01' }

/** Records with ids of their own, as an export has them. */
function numbered<T extends object>(records: fc.Arbitrary<T>): fc.Arbitrary<(T & { id: string })[]> {
  return fc
    .array(records, { maxLength: 25 })
    .map((list) => list.map((record, index) => ({ ...record, id: `r${index}` })))
}

const subscriptions: fc.Arbitrary<Subscription[]> = numbered(
  fc.record({
    customerId: customers,
    startedAt: days,
    length: fc.option(fc.integer({ min: 1, max: 60 })),
    plan: fc.constantFrom('x', 'y'),
  }),
).map((list) =>
  list.map(({ id, customerId, startedAt, length, plan }) => ({
    id,
    customerId,
    startedAt,
    ...(length === null ? {} : { endedAt: startedAt + length * day }),
    mrr: 10,
    currency: 'EUR',
    extra: { plan },
  })),
)
const orders: fc.Arbitrary<Order[]> = numbered(
  fc.record({
    customerId: customers,
    placedAt: days,
    status: fc.constantFrom('paid', 'cancelled'),
    total: fc.nat(99),
    currency: fc.constant('EUR'),
  }),
)
const responses: fc.Arbitrary<SurveyResponse[]> = numbered(
  fc.record({
    surveyId: fc.constant('s'),
    kind: fc.constant('nps'),
    score: fc.option(fc.integer({ min: 0, max: 10 })),
    answeredAt: days,
    customerId: customers,
  }),
)
const tickets: fc.Arbitrary<Ticket[]> = numbered(
  fc.record({
    customerId: customers,
    createdAt: days,
    status: fc.constantFrom('open', 'spam'),
    hours: fc.option(fc.nat(72)),
  }),
).map((list) =>
  list.map(({ hours, ...ticket }) =>
    hours === null ? ticket : { ...ticket, resolvedAt: ticket.createdAt + hours * 3_600_000 },
  ),
)

const periods = [period, { start: '2024-04-01', end: '2024-04-20' }]
const slaOptions = { asOf, target: day, periods }

/** One family: its records, its tally, and its figures from records or tally. */
interface Family {
  name: string
  records: fc.Arbitrary<readonly { id?: string }[]>
  tally: (records: never[]) => Tally<object>
  measure: (
    source: never,
    options: object,
  ) => { value: number | null; interval?: { lower: number; upper: number }; definition: object }
  options: object
}

const families: Family[] = [
  {
    name: 'churn',
    records: subscriptions,
    tally: (r) => tallySubscriptions(r, { asOf }),
    measure: (s, o) => measureChurnRate(s, { period, ...o }),
    options: { asOf },
  },
  {
    name: 'inactivity',
    records: orders,
    tally: (r) => tallyActivity(activitiesOf(r), { asOf }),
    measure: (s, o) =>
      measureInactivityChurnRate(Array.isArray(s) ? activitiesOf(s) : s, { period, inactiveDays: 20, ...o }),
    options: { asOf },
  },
  {
    name: 'returning customers',
    records: orders,
    tally: (r) => tallyPurchases(r, { asOf }),
    measure: (s, o) => measureReturningCustomerRate(s, { period, ...o }),
    options: { asOf },
  },
  {
    name: 'net promoter score',
    records: responses,
    tally: (r) => tallyResponses(r, { asOf }),
    measure: (s, o) => measureNetPromoterScore(s, { period, ...o }),
    options: { asOf },
  },
  {
    name: 'service level',
    records: tickets,
    tally: (r) => tallySla(r, slaOptions),
    measure: (s, o) => measureSlaAttainment(s, { period, ...o }),
    options: { asOf, target: day },
  },
]

function activitiesOf(records: readonly Order[]) {
  return records.map(({ id, customerId = '', placedAt }) => ({ id, customerId, at: placedAt }))
}

describe.each(families)('$name', ({ records, tally, measure, options }) => {
  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((record) => ({ record, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
        const other = shuffled.map(({ record }) => record)
        expect(JSON.stringify(measure(other as never, options))).toBe(JSON.stringify(measure(list as never, options)))
      }),
      settings,
    )
  })

  it('has a tally whose parts merge to the whole and measure like the records', () => {
    fc.assert(
      fc.property(records, fc.func(fc.boolean()), (list, inFirst) => {
        const whole = tally(list as never[])
        const first = list.filter((record) => inFirst(record.id))
        const second = list.filter((record) => !inFirst(record.id))
        const merged = mergeTallies(tally(first as never[]), tally(second as never[]))
        const fromTally = measure(merged as never, {})
        const { value, interval } = measure(list as never, options)
        expect([fromTally.value, fromTally.interval]).toEqual([value, interval])
        expect(measure(whole as never, {}).value).toEqual(value)
      }),
      settings,
    )
  })

  it('is plain JSON, changes no frozen input, and holds its value in its interval', () => {
    fc.assert(
      fc.property(records, (list) => {
        const measured = measure(deepFreeze(list) as never, options)
        expect(JSON.parse(JSON.stringify(measured))).toEqual(measured)
        const { value, interval } = measured
        if (value === null || interval === undefined) return
        expect(interval.lower).toBeLessThanOrEqual(value)
        expect(interval.upper).toBeGreaterThanOrEqual(value)
      }),
      settings,
    )
  })
})

describe('churn counts', () => {
  it('keep the identity of the base, and the closing of a period is the opening of the next', () => {
    const months = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01']
    const grid = months.slice(0, -1).map((month, index) => ({ start: month, end: months[index + 1] ?? month }))
    fc.assert(
      fc.property(subscriptions, (list) => {
        const { cells } = countChurn(list, { asOf, periods: grid })
        cells.forEach(({ counts }, index) => {
          expect(counts.closing).toBe(counts.opening + counts.joined + counts.reactivated - counts.churnEvents)
          expect(counts.lost).toBeLessThanOrEqual(counts.openingChurned)
          expect(counts.openingChurned).toBeLessThanOrEqual(counts.openingChurnEvents)
          expect(counts.openingChurnEvents).toBeLessThanOrEqual(counts.churnEvents)
          const causes = [counts.lostVoluntary, counts.lostInvoluntary, counts.lostCompleted, counts.lostUnknown]
          expect(causes.reduce((sum: number, count) => sum + (count ?? 0), 0)).toBe(counts.lost)
          if (index > 0) expect(counts.opening).toBe(cells[index - 1]?.counts.closing)
        })
      }),
      settings,
    )
  })
})

describe('figures from counts', () => {
  const counts = fc.nat(500)

  it('mirror: exchanged promoters and detractors mirror the score and its interval', () => {
    fc.assert(
      fc.property(counts, counts, counts, (promoters, passives, detractors) => {
        const score = netPromoterScore({ promoters, passives, detractors })
        const mirror = netPromoterScore({ promoters: detractors, passives, detractors: promoters })
        if (score.value === null || mirror.value === null) return
        expect(score.value + mirror.value).toBeCloseTo(0, 9)
        expect((score.interval?.lower ?? 0) + (mirror.interval?.upper ?? 0)).toBeCloseTo(0, 9)
      }),
      settings,
    )
  })

  it('maturity: a pending ticket never changes the value, and the bounds hold it', () => {
    fc.assert(
      fc.property(counts, counts, counts, (met, breached, pending) => {
        const attainment = slaAttainment({ met, breached, pending })
        if (attainment.value === null) return
        expect(attainment.value).toBe(slaAttainment({ met, breached }).value)
        expect(attainment.bounds?.worst).toBeLessThanOrEqual(attainment.value)
        expect(attainment.bounds?.best).toBeGreaterThanOrEqual(attainment.value)
      }),
      settings,
    )
  })
})
