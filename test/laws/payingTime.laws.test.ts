import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPeriod } from '../../src/calendar/readPeriod.js'
import { startOfLocalDay } from '../../src/calendar/startOfLocalDay.js'
import {
  countChurn,
  countMrrMovements,
  measureAverageRevenuePerAccount,
  measureChurnByCause,
  measureChurnRate,
  measureCustomerRevenue,
  measureMrr,
  type Subscription,
  type Tally,
  tallySubscriptions,
} from '../../src/index.js'
import { activePieces } from '../../src/records/activePieces.js'
import type { PayingRow } from '../../src/records/payingTime.js'
import { deepFreeze } from './deepFreeze.js'
import { numbered } from './familyLaws.js'

const settings = { seed: 20240117, numRuns: 60 }
const day = 86_400_000
const start = Date.UTC(2024, 0, 1)
const asOf = '2024-08-01'
const period = { start: '2024-03-01', end: '2024-05-01' }
const periods = [{ start: '2024-02-01', end: '2024-03-01' }, period, { start: '2024-07-01', end: '2024-09-01' }]

/** Many on the bounds of months, so that something happens on the bounds of periods. */
const instant = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 240 }), fc.constantFrom(31, 60, 91, 121)),
    fc.constantFrom(0, 0, -1, 1, day / 2),
  )
  .map(([days, beside]) => start + days * day + beside)
const span = fc.tuple(instant, instant).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

const subscriptions: fc.Arbitrary<Subscription[]> = numbered(
  fc
    .record(
      {
        customerId: fc.constantFrom('a', 'b', 'c', 'd'),
        span,
        isOpen: fc.boolean(),
        mrr: fc.constantFrom<Subscription['mrr']>('10.00', 20, '5', '33.125', 0, 0.1),
        currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
        plan: fc.constantFrom('x', 'y'),
        endReason: fc.constantFrom('voluntary' as const, 'involuntary' as const, 'completed' as const),
        pauses: fc.array(fc.tuple(span, fc.boolean()), { maxLength: 2 }),
        terms: fc.array(fc.record({ endsAt: instant, renewed: fc.boolean() }), { maxLength: 2 }),
        cancelRequestedAt: instant,
        pastDueSince: instant,
        isTrial: fc.constantFrom(true, false, false),
      },
      { requiredKeys: ['customerId', 'span', 'isOpen', 'mrr', 'currency'] },
    )
    .map(({ span: { start: startedAt, end }, isOpen, pauses, ...rest }) => ({
      ...rest,
      startedAt,
      ...(isOpen ? {} : { endedAt: end }),
      ...(pauses === undefined
        ? {}
        : { pauses: pauses.map(([pause, lasts]) => (lasts ? { start: pause.start } : pause)) }),
    })),
  's',
  14,
)

const options = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Madrid', 'Pacific/Apia', 'America/St_Johns'),
  spans: fc.constantFrom(
    {},
    { paused: 'active' as const },
    { netWithinDay: true },
    { gapToleranceDays: 10 },
    { gapToleranceDays: 3, netWithinDay: true },
    { churnAt: 'cancelRequest' as const, pastDueDays: 5 },
  ),
})
const segmentBy = fc.constantFrom(undefined, 'plan')
const rates = { to: 'EUR', rates: { USD: '0.9' } }

type Source = readonly Subscription[] | Tally<object>

/**
 * Everything that is measured of paying time; of a tally without the options that its definition holds.
 *
 * Of records left out, a measure counts those inside its period, and a tally all of them: they are left aside.
 */
function measured(source: Source, given: object): string {
  const all = [
    countChurn(source, { ...given, periods }),
    measureChurnRate(source, { ...given, period }),
    measureChurnRate(source, { ...given, period, method: 'upForRenewal' }),
    measureChurnRate(source, { ...given, period, preset: 'chartmogul-shopify' }),
    measureChurnByCause(source, { ...given, period }),
    countMrrMovements(source, { ...given, period, rates }),
    countMrrMovements(source, { ...given, period, rates, mode: 'granular' }),
    measureMrr(source, { ...given, rates }),
    measureAverageRevenuePerAccount(source, { ...given, rates }),
    measureCustomerRevenue(source, { ...given, period }),
  ]
  return JSON.stringify(all, (name, value) => (name === 'excluded' ? undefined : value))
}

describe('paying time', () => {
  it('is measured of a tally as of its records, in any order, which are not changed', () => {
    const order = fc.infiniteStream(fc.nat())
    fc.assert(
      fc.property(subscriptions, options, order, (list, given, keys) => {
        const known = { asOf, ...given }
        const of = measured(deepFreeze(list), known)
        const shuffled = list.map((item) => ({ item, key: keys.next().value })).sort((a, b) => a.key - b.key)
        expect(
          measured(
            shuffled.map(({ item }) => item),
            known,
          ),
        ).toBe(of)
        const tally = JSON.parse(JSON.stringify(tallySubscriptions(list, known))) as Tally<object>
        // A preset has spans of its own, so that those of the tally are said again.
        expect(measured(tally, { spans: given.spans })).toBe(of)
        expect(JSON.stringify(countChurn(tally, { periods }))).toBe(
          JSON.stringify(countChurn(list, { ...known, periods })),
        )
      }),
      settings,
    )
  })

  it('gives the counts of churn that each customer, looked at alone, gives', () => {
    fc.assert(
      fc.property(subscriptions, options, segmentBy, (list, { timeZone, spans }, segment) => {
        const known = {
          asOf,
          timeZone,
          spans: { ...spans, netWithinDay: false, gapToleranceDays: 0 },
          segmentBy: segment,
        }
        const tally = tallySubscriptions(list, known)
        const counted = countChurn(list, { ...known, periods })
        for (const cell of counted.cells) {
          const index = periods.findIndex(({ start: first }) => first === cell.start)
          const { start: from, end } = readPeriod(periods[index], timeZone, 'period')
          const to = Math.min(end, startOfLocalDay(asOf, timeZone))
          const own = tally.cells.filter((other) => other.segment === cell.segment)
          const isIn = (rows: unknown, at: number): boolean =>
            (rows as PayingRow[]).some((row) =>
              activePieces({ ...row, end: row.end ?? Number.POSITIVE_INFINITY, pauses: row.pauses }).some(
                (piece) => piece.start < at && at <= piece.end,
              ),
            )
          const opening = own.filter(({ rows }) => isIn(rows, from))
          const lost = opening.filter(({ rows }) => !isIn(rows, to))
          expect(cell.counts.opening).toBe(opening.length)
          expect(cell.counts.closing).toBe(own.filter(({ rows }) => isIn(rows, to)).length)
          expect(cell.counts.lost).toBe(lost.length)
          const { lostVoluntary = 0, lostInvoluntary = 0, lostCompleted = 0, lostUnknown = 0 } = cell.counts
          expect(lostVoluntary + lostInvoluntary + lostCompleted + lostUnknown).toBe(lost.length)
          const terms = own.flatMap(({ rows }) => (rows as unknown as PayingRow[]).flatMap((row) => row.terms ?? []))
          expect(cell.counts.termsEnded).toBe(terms.filter(({ endsAt }) => endsAt >= from && endsAt < to).length)
        }
      }),
      settings,
    )
  })
})
