import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countChurn,
  countCohortRetention,
  countPurchases,
  countResponses,
  measureCohortRepeatRate,
  measureCohortRetention,
  measureFirstResponseTime,
  measureInactivityChurnRate,
  measureNetPromoterScore,
  measureRepeatPurchaseRate,
  measureSlaAttainment,
  measureStickiness,
  measureTimeBetweenPurchases,
  measureTimeToResolution,
  suggestInactivityWindow,
  summariseRfm,
  tallyDurations,
  tallyPurchases,
  tallyResponses,
  tallyRevenue,
  tallySla,
} from '../../src/metrics/index.js'
import {
  type ActivityEvent,
  encodeActivity,
  encodeOrders,
  encodeResponses,
  encodeTickets,
  type Order,
  type OrderColumns,
  type SurveyResponse,
  type Ticket,
  tallyActivity,
} from '../../src/records/index.js'

const settings = { seed: 20240117, numRuns: 40 }
const timeZone = 'Europe/Madrid'
const asOf = '2024-05-20'
const period = { start: '2024-02-01', end: '2024-05-01' }
const periods = [
  { start: '2024-01-01', end: '2024-02-01' },
  { start: '2024-02-01', end: '2024-03-01' },
  { start: '2024-03-01', end: '2024-06-01' },
]
const first = Date.UTC(2024, 0, 1)
const days = 150

/** Instants in every notation, some after `asOf`. */
const instant = fc
  .tuple(fc.integer({ min: 0, max: days * 4 }), fc.constantFrom('day', 'text', 'number', 'date', 'offset'))
  .map(([quarter, form]) => {
    const at = first + quarter * 21_600_000
    const text = new Date(at).toISOString()
    if (form === 'day') return text.slice(0, 10)
    if (form === 'number') return at
    if (form === 'date') return new Date(at)
    return form === 'text' ? text : `${new Date(at + 3_600_000).toISOString().slice(0, 19)}+01:00`
  })

const amount = fc.oneof(
  fc.constantFrom('0', '-0', '0.00', '12.34', 12.34, '12.345', 0.285, 0.1 + 0.2, 0.3, '1.123456789012', '7', 1e-7),
  fc.constantFrom('999999999999999', '90071992547409.91', -5, '-0.05', 123456789),
  fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
)

/** Records with ids of their own, then some of them again, some with an equal twin. */
function withTwins<T extends object>(record: fc.Arbitrary<Omit<T, 'id'>>, maxLength = 25): fc.Arbitrary<T[]> {
  return fc.tuple(fc.array(record, { maxLength }), fc.array(fc.nat(), { maxLength: 3 })).map(([list, again]) => {
    const records = list.map((item, index) => ({ ...item, id: `r${(index * 7) % 25}` }) as unknown as T)
    return [...records, ...again.map((at) => records[at % Math.max(1, records.length)]).filter(isRecord)]
  })
}

function isRecord<T>(item: T | undefined): item is T {
  return item !== undefined
}

const orders = withTwins<Order>(
  fc.record(
    {
      customerId: fc.constantFrom('a', 'b', 'c', ' d '),
      emailKey: fc.constantFrom('A@x.y', ' a@x.y', 'b@x.y'),
      placedAt: instant,
      status: fc.constantFrom('paid', 'paid', 'paid', 'open', 'cancelled', 'failed'),
      total: amount,
      refunded: amount,
      currency: fc.constant('EUR'),
      isTest: fc.boolean(),
      plan: fc.constantFrom('pro', ' free ', ''),
    },
    { requiredKeys: ['placedAt', 'status', 'total', 'currency'] },
  ) as fc.Arbitrary<Omit<Order, 'id'>>,
)

const activity = withTwins<ActivityEvent>(
  fc.record(
    { customerId: fc.constantFrom('a', 'b', 'c'), at: instant, type: fc.constantFrom('visit', 'login', '') },
    { requiredKeys: ['customerId', 'at'] },
  ) as fc.Arbitrary<Omit<ActivityEvent, 'id'>>,
)

const responses = fc.constantFrom('relational', 'transactional', undefined).chain((mode) =>
  withTwins<SurveyResponse>(
    fc
      .record(
        {
          score: fc.option(fc.integer({ min: 0, max: 10 })),
          // Few instants, so that answers of one respondent are tied.
          answeredAt: fc.constantFrom('2024-02-01', '2024-02-01T00:00:00+01:00', '2024-03-05T10:00:00Z', '2024-05-30'),
          respondentId: fc.constantFrom('a', 'b'),
          customerId: fc.constantFrom('c', 'd'),
          weight: fc.constantFrom(1, '0.5', 2, 0),
          plan: fc.constantFrom('pro', 'free'),
        },
        { requiredKeys: ['score', 'answeredAt'] },
      )
      .map((answer) => ({ ...answer, surveyId: 's', kind: 'nps', ...(mode && { mode }) })) as fc.Arbitrary<
      Omit<SurveyResponse, 'id'>
    >,
  ),
)

const tickets = withTwins<Ticket>(
  fc
    .record({
      created: fc.integer({ min: 0, max: days * 24 }),
      reply: fc.option(fc.integer({ min: 0, max: 72 })),
      solved: fc.option(fc.integer({ min: 0, max: 300 })),
      status: fc.constantFrom('open', 'solved', 'merged', 'spam'),
      priority: fc.constantFrom('high', 'low', undefined),
      target: fc.constantFrom(undefined, undefined, 7_200_000),
      createdBy: fc.constantFrom('agent', 'customer', undefined),
      asReplies: fc.boolean(),
      plan: fc.constantFrom('pro', 'free'),
    })
    .map(({ created, reply, solved, asReplies, ...rest }) => {
      const createdAt = first + created * 3_600_000
      const at = createdAt + (reply ?? 0) * 3_600_000
      const replies = [
        { at, author: 'bot' },
        { at: at + 1, author: 'agent', isPublic: false },
        { at: at + 2, author: 'agent' },
        { at: at + 3, author: 'agent' },
      ]
      return {
        ...rest,
        customerId: 'c',
        createdAt,
        ...(reply === null ? {} : asReplies ? { replies } : { firstReplyAt: at }),
        ...(solved === null ? {} : { resolvedAt: createdAt + solved * 3_600_000 }),
      }
    }) as unknown as fc.Arbitrary<Omit<Ticket, 'id'>>,
)

/** What a function gives, or the code that it throws. */
function outcome(run: () => unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(run()))
  } catch (error) {
    const { code } = error as { code?: string }
    // A wrong option is the fault of this file.
    if (code === undefined || code === 'INVALID_OPTION') throw error
    return code
  }
}

/** Ids aside, which columns do not keep. */
function withoutIds({
  cells,
  ...rest
}: {
  cells: readonly { rows?: readonly { id?: string | undefined }[] | undefined }[]
}): unknown {
  const sorted = (rows: readonly { id?: string | undefined }[]): string[] =>
    rows.map(({ id: _id, ...row }) => JSON.stringify(row)).sort()
  return { ...rest, cells: cells.map(({ rows, ...cell }) => ({ ...cell, ...(rows && { rows: sorted(rows) }) })) }
}

describe('columns of orders', () => {
  const common = { asOf, timeZone }
  const purchases: ((source: readonly Order[] | OrderColumns) => unknown)[] = [
    (source) => countPurchases(source, { ...common, periods, withinDays: 30 }),
    (source) => countPurchases(source, { ...common, periods, segmentBy: 'plan', occasion: 'day' }),
    (source) => tallyRevenue(source, { ...common, periods, segmentBy: 'plan' }),
    (source) => tallyRevenue(source, { ...common, periods, include: ['test', 'cancelled', 'failed', 'refunded'] }),
    (source) => measureRepeatPurchaseRate(source, { ...common, period }),
    (source) => measureCohortRepeatRate(source, { ...common, period, withinDays: 20 }),
    (source) => measureTimeBetweenPurchases(source, common),
    (source) => summariseRfm(source, { ...common, period }),
  ]

  it('are counted like the orders', () => {
    fc.assert(
      fc.property(orders, (list) => {
        const columns = encodeOrders(list, { timeZone, segmentBy: 'plan' })
        for (const measure of purchases) expect(outcome(() => measure(columns))).toEqual(outcome(() => measure(list)))
        expect(withoutIds(tallyPurchases(columns, common))).toEqual(withoutIds(tallyPurchases(list, common)))
      }),
      settings,
    )
  })

  it('are counted by e-mail like the orders', () => {
    fc.assert(
      fc.property(orders, (list) => {
        const options = { ...common, identity: 'email', periods } as const
        const columns = encodeOrders(list, { timeZone, identity: 'email' })
        expect(countPurchases(columns, options)).toEqual(countPurchases(list, options))
      }),
      settings,
    )
  })

  it('are activity: each purchase, with what is left out', () => {
    fc.assert(
      fc.property(orders, (list) => {
        const { cells, excluded } = tallyPurchases(list, common)
        const events = tallyActivity(encodeOrders(list, { timeZone }), common)
        expect(events.excluded).toEqual(excluded)
        expect(events.cells.map(({ key, lists }) => [key, lists?.['']])).toEqual(
          cells.map(({ key, rows = [] }) => [key, rows.map(({ at }) => Number(at)).sort((a, b) => a - b)]),
        )
      }),
      settings,
    )
  })

  it('are activity in every count of activity, in segments too', () => {
    fc.assert(
      fc.property(orders, (list) => {
        const columns = encodeOrders(list, { timeZone, segmentBy: 'plan' })
        const options = { asOf, timeZone, segmentBy: 'plan' }
        const events = tallyActivity(columns, options)
        for (const measure of [
          (source: typeof columns | typeof events) =>
            countChurn(source, { ...options, periods, inactiveDays: 30, method: 'closedCohortNet' }),
          (source: typeof columns | typeof events) => countChurn(source, { ...options, periods, inactiveDays: 30 }),
          (source: typeof columns | typeof events) =>
            countCohortRetention(source, { ...options, period, unit: 'week', lastOffset: 3 }),
        ]) {
          expect(outcome(() => measure(columns))).toEqual(outcome(() => measure(events)))
        }
      }),
      settings,
    )
  })

  it('do not depend on the order of the rows, and are the same when encoded again', () => {
    fc.assert(
      fc.property(orders, (list) => {
        const columns = encodeOrders(list, { timeZone })
        expect(encodeOrders(columns)).toBe(columns)
        const reversed = encodeOrders([...list].reverse(), { timeZone })
        for (const measure of purchases.filter((_, index) => ![1, 2].includes(index))) {
          expect(outcome(() => measure(reversed))).toEqual(outcome(() => measure(columns)))
        }
      }),
      settings,
    )
  })

  it('come back from another thread with the same figures', () => {
    fc.assert(
      fc.property(orders, (list) => {
        const columns = encodeOrders(structuredClone(encodeOrders(list, { timeZone, segmentBy: 'plan' })))
        const options = { ...common, periods, segmentBy: 'plan' }
        expect(tallyRevenue(columns, options)).toEqual(tallyRevenue(list, options))
        expect(countPurchases(columns, options)).toEqual(countPurchases(list, options))
      }),
      settings,
    )
  })
})

describe('columns of activity', () => {
  it('are counted like the events', () => {
    fc.assert(
      fc.property(activity, (list) => {
        const columns = encodeActivity(list, { timeZone })
        const options = { asOf, timeZone }
        for (const measure of [
          (source: typeof list | typeof columns) => tallyActivity(source, options),
          (source: typeof list | typeof columns) => measureStickiness(source, { ...options, windowDays: 28 }),
          (source: typeof list | typeof columns) =>
            countChurn(source, { ...options, periods, inactiveDays: 30, method: 'closedCohortNet' }),
          (source: typeof list | typeof columns) =>
            countCohortRetention(source, { ...options, period, unit: 'week', returnType: 'visit', lastOffset: 3 }),
          (source: typeof list | typeof columns) =>
            measureCohortRetention(source, { ...options, period, unit: 'month', lastOffset: 2 }),
          (source: typeof list | typeof columns) => countChurn(source, { ...options, periods, inactiveDays: 30 }),
          (source: typeof list | typeof columns) =>
            measureInactivityChurnRate(source, { ...options, period, inactiveDays: 20, list: true }),
          (source: typeof list | typeof columns) => suggestInactivityWindow(source, options),
        ]) {
          expect(outcome(() => measure(columns))).toEqual(outcome(() => measure(list)))
        }
      }),
      settings,
    )
  })
})

describe('columns of answers', () => {
  it('are counted like the answers, also where two of one respondent are tied', () => {
    fc.assert(
      fc.property(responses, (list) => {
        const columns = encodeResponses(list, { timeZone, segmentBy: 'plan' })
        const options = { asOf, timeZone }
        for (const measure of [
          (source: typeof list | typeof columns) => measureNetPromoterScore(source, { ...options, period }),
          (source: typeof list | typeof columns) => measureNetPromoterScore(source, { ...options, weights: 'record' }),
          (source: typeof list | typeof columns) => countResponses(source, { ...options, periods, segmentBy: 'plan' }),
          (source: typeof list | typeof columns) => tallyResponses(source, { ...options, dedupe: 'all' }),
        ]) {
          expect(outcome(() => measure(columns))).toEqual(outcome(() => measure(list)))
        }
        const tally = tallyResponses(columns, options) as never
        expect(withoutIds(tally)).toEqual(
          withoutIds(
            JSON.parse(JSON.stringify(tallyResponses(list, options)), (name, value) =>
              name === 'account' ? undefined : value,
            ),
          ),
        )
      }),
      settings,
    )
  })
})

describe('columns of tickets', () => {
  it('are timed like the tickets', () => {
    fc.assert(
      fc.property(tickets, (list) => {
        const columns = encodeTickets(list, { timeZone, segmentBy: 'plan' })
        const options = { asOf, timeZone }
        const target = { high: 3_600_000, low: 86_400_000 }
        for (const measure of [
          (source: typeof list | typeof columns) => measureTimeToResolution(source, { ...options, period }),
          (source: typeof list | typeof columns) =>
            measureTimeToResolution(source, { ...options, period, basis: 'closed' }),
          (source: typeof list | typeof columns) => measureFirstResponseTime(source, { ...options, period }),
          (source: typeof list | typeof columns) =>
            tallyDurations(source, { ...options, clock: 'firstResponse', periods, segmentBy: 'plan' }),
          (source: typeof list | typeof columns) =>
            tallySla(source, { ...options, target, periods, segmentBy: 'plan' }),
          (source: typeof list | typeof columns) =>
            measureSlaAttainment(source, { ...options, target, clock: 'firstResponse', period }),
        ]) {
          expect(outcome(() => measure(columns))).toEqual(outcome(() => measure(list)))
        }
      }),
      settings,
    )
  })
})
