import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countChurn,
  countCohortRetention,
  countPurchases,
  countResponses,
  durationSummary,
  measureRepeatPurchaseRate,
  measureReturningCustomerRate,
  scoreRfm,
  summariseRfm,
  tallyResponses,
  tallyRevenue,
} from '../../src/metrics/index.js'
import type { ActivityEvent, Order, SurveyResponse } from '../../src/records/model.js'
import { kaplanMeier } from '../../src/statistics/kaplanMeier.js'

/** Runs of every law, always the same ones. */
const settings = { seed: 20240117, numRuns: 60 }

const asOf = '2024-06-01'
const zone = fc.constantFrom('UTC', 'UTC', 'UTC', 'America/New_York', 'Pacific/Apia', 'Europe/Madrid')
const customer = fc.constantFrom('a', 'b', 'c', 'd', 'somebody-with-a-long-name@example.org', 'Zoë', '顧客')
/** Many on the bounds of months and days, some beside them, some after the instant of knowledge. */
const instant = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 180 }), fc.constantFrom(0, 31, 62, 91, 122, 152)),
    fc.constantFrom(0, 0, -1, 1, 5 * 3_600_000, 20_000_000),
  )
  .map(([day, beside]) => Date.UTC(2023, 11, 1) + day * 86_400_000 + beside)

const months = [
  ['2024-01-01', '2024-02-01'],
  ['2024-02-01', '2024-03-01'],
  ['2024-03-01', '2024-04-01'],
  ['2024-04-01', '2024-05-01'],
].map(([start = '', end = '']) => ({ start, end }))
/** A grid, periods that overlap, and periods with a gap, one of which is not over. */
const periods = fc.constantFrom(
  months,
  [...months, { start: '2024-01-15', end: '2024-03-15' }],
  [months[0], months[2], { start: '2024-05-15', end: '2024-07-01' }].filter((period) => period !== undefined),
)

const amount = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map((cents) => (cents / 100).toFixed(2)),
  fc.integer({ min: 0, max: 9999 }).map((cents) => cents / 100),
  fc.constantFrom('7', '10.125', '0.0000001', 0.1 + 0.2, '900000000000000'),
)

const orders: fc.Arbitrary<Order[]> = fc
  .array(
    fc.record({
      customerId: fc.oneof(customer, fc.constant('')),
      placedAt: instant,
      status: fc.constantFrom<Order['status']>('paid', 'paid', 'paid', 'cancelled', 'open'),
      total: amount,
      refunded: fc.option(amount, { nil: undefined, freq: 6 }),
      currency: fc.constant('EUR'),
      isTest: fc.option(fc.constant(true), { nil: undefined, freq: 20 }),
    }),
    { maxLength: 60 },
  )
  .map((list) => list.map((order, index) => ({ ...order, id: `o${index}` })))

const events: fc.Arbitrary<(ActivityEvent & { plan: string })[]> = fc
  .array(
    fc.record({
      customerId: customer,
      at: instant,
      type: fc.constantFrom('visit', 'order'),
      plan: fc.constantFrom('x', 'y'),
    }),
    { maxLength: 25 },
  )
  .map((list) => list.map((event, index) => ({ ...event, id: `e${index}` })))

const segmentBy = fc.constantFrom(undefined, 'plan')

describe('what is counted as it comes', () => {
  it('gives the purchases of one period that the instants of each customer give', () => {
    const variant = fc.record({
      timeZone: zone,
      before: fc.constantFrom(undefined, 'period' as const),
      lookAhead: fc.boolean(),
    })
    fc.assert(
      fc.property(orders, variant, (list, { timeZone, before, lookAhead }) => {
        for (const period of months) {
          const [cell] = countPurchases(list, { asOf, timeZone, periods: [period], before, lookAhead }).cells
          const { buyers, repeatBuyers, returningBuyers } = cell?.counts ?? {}
          const repeat = measureRepeatPurchaseRate(list, { asOf, timeZone, period })
          expect([repeat.numerator, repeat.denominator]).toEqual([repeatBuyers, buyers])
          const returning = measureReturningCustomerRate(list, { asOf, timeZone, period, before, lookAhead })
          expect([returning.numerator, returning.denominator]).toEqual([returningBuyers, buyers])
        }
      }),
      settings,
    )
  })

  it('gives the inactivity churn by bits that the united spans give', () => {
    // Of the lengths of months, so that spans end on bounds.
    const days = fc.oneof(fc.constantFrom(29, 30, 31, 60, 62), fc.integer({ min: 1, max: 70 }))
    fc.assert(
      fc.property(events, days, zone, periods, segmentBy, (list, inactiveDays, timeZone, spans, segment) => {
        const options = { asOf, timeZone, periods: spans, inactiveDays, segmentBy: segment }
        const bits = countChurn(list, { ...options, method: 'closedCohortNet' })
        const all = countChurn(list, options)
        expect(bits.cells.map(({ counts, ...cell }) => [cell, counts.opening, counts.lost])).toEqual(
          all.cells.map(({ counts, ...cell }) => [cell, counts.opening, counts.lost]),
        )
      }),
      settings,
    )
  })

  it('gives the cohorts by bits that the instants of each actor give', () => {
    const variant = fc.record({
      timeZone: zone,
      unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      cohorts: fc.constantFrom('first' as const, 'firstInPeriod' as const),
      lastOffset: fc.integer({ min: 0, max: 9 }),
    })
    fc.assert(
      fc.property(events, variant, segmentBy, (list, options, segment) => {
        const period = { start: '2024-01-10', end: '2024-04-01' }
        const bits = countCohortRetention(list, { asOf, period, ...options, segmentBy: segment })
        // Types that name every event leave nothing out, but take the general way.
        const startType = ['visit', 'order']
        const general = countCohortRetention(list, { asOf, period, ...options, segmentBy: segment, startType })
        expect(bits.cells).toEqual(general.cells)
      }),
      settings,
    )
  })

  it('gives the scores of summed hundredths that their decimals give', () => {
    const scoring = fc.constantFrom(
      { scoring: 'midrank' as const, bins: 5 },
      { scoring: 'midrank' as const, bins: 3 },
      { scoring: 'quantile' as const, bins: 4 },
      { scoring: 'ntile' as const, bins: 3, tieBreaker: 'customerId' as const },
    )
    fc.assert(
      fc.property(
        orders,
        zone,
        scoring,
        fc.constantFrom('order' as const, 'day' as const),
        (list, timeZone, rule, occasion) => {
          const { rows } = summariseRfm(list, { asOf, timeZone, occasion, ...rule })
          expect(scoreRfm(rows, rule).rows).toEqual(rows)
        },
      ),
      settings,
    )
  })

  it('gives the money of orders that whole numbers of a small unit give', () => {
    fc.assert(
      fc.property(orders, periods, (list, spans) => {
        const { cells } = tallyRevenue(list, { asOf, periods: spans })
        const one = (order: Order) => tallyRevenue([order], { asOf, periods: spans }).cells
        for (const { period, counts, amounts } of cells) {
          const own = list.flatMap(one).filter((cell) => cell.period === period)
          expect(counts?.['orders']).toBe(own.length)
          for (const name of ['gross', 'refunded', 'net']) {
            const sum = own.reduce((all, cell) => all + units(cell.amounts?.[name] ?? ''), 0n)
            expect(units(amounts?.[name] ?? '')).toBe(sum)
          }
        }
      }),
      settings,
    )
  })

  it('gives the groups of answers by period that answers kept one by one give', () => {
    const answers: fc.Arbitrary<(SurveyResponse & { plan: string })[]> = fc
      .array(
        fc.record({ score: fc.integer({ min: 0, max: 10 }), answeredAt: instant, plan: fc.constantFrom(' x ', 'y') }),
      )
      .map((list) => list.map((answer, index) => ({ ...answer, id: `r${index}`, surveyId: 's', kind: 'nps' as const })))
    fc.assert(
      fc.property(answers, periods, segmentBy, (list, spans, segment) => {
        const options = { asOf, periods: spans, segmentBy: segment, dedupe: 'all' as const }
        const counted = tallyResponses(list, options).cells
        if (counted.length > 0) expect(counted).toEqual(countResponses(list, options).cells)
      }),
      settings,
    )
  })

  it('gives the curve of durations that the estimator of survival gives', () => {
    const times = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.nat()))
    fc.assert(
      fc.property(times, times, fc.constantFrom(0.8, 0.95), (completed, open, level) => {
        const observations = [
          ...completed.map((time) => ({ time, event: true })),
          ...open.map((time) => ({ time, event: false })),
        ]
        const steps = kaplanMeier(observations, { level }).steps
        const { curve } = durationSummary({ completed, open }, { level })
        expect(curve).toEqual(steps.map(({ time, survival, lower, upper }) => ({ time, survival, lower, upper })))
        const bare = durationSummary({ completed, open }, { level, interval: 'none' })
        expect(bare.curve.map(({ survival }) => survival)).toEqual(curve.map(({ survival }) => survival))
      }),
      settings,
    )
  })

  it('does not depend on who answers for the ids where none comes twice', () => {
    fc.assert(
      fc.property(orders, events, (list, activity) => {
        const trusted = { asOf, duplicates: 'trusted' as const }
        const period = { start: '2024-01-01', end: '2024-04-01' }
        expect(measureRepeatPurchaseRate(list, { ...trusted, period })).toEqual(
          measureRepeatPurchaseRate(list, { asOf, period }),
        )
        expect(summariseRfm(list, trusted)).toEqual(summariseRfm(list, { asOf }))
        expect(countCohortRetention(activity, { ...trusted, period })).toEqual(
          countCohortRetention(activity, { asOf, period }),
        )
      }),
      settings,
    )
  })
})

/** Decimal text as a whole number of the fifteenth decimal. */
function units(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const value = BigInt(whole + fraction.padEnd(20, '0'))
  return text.startsWith('-') ? -value : value
}
