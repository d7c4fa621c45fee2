import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tally } from '../../src/index.js'
import {
  type ActivityEvent,
  countCohortRetention,
  measureCohortRetention,
  measureTimeBetweenPurchases,
  mergeTallies,
  type Order,
  scoreRfm,
  suggestInactivityWindow,
  summariseRfm,
  tallyActivity,
  tallyPurchases,
} from '../../src/index.js'

const settings = { seed: 20240310, numRuns: 40 }
const hour = 3_600_000
const start = Date.UTC(2024, 2, 25)
const period = { start: '2024-03-25', end: '2024-04-05' }
const timeZone = 'Europe/Madrid'

const events: fc.Arbitrary<ActivityEvent[]> = fc.array(
  fc.record({
    customerId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    at: fc.integer({ min: 0, max: 24 * 20 }).map((hours) => start + hours * hour),
    type: fc.constantFrom('signup', 'visit'),
  }),
  { maxLength: 40 },
)
const asOfs = fc.integer({ min: 24, max: 24 * 30 }).map((hours) => new Date(start + hours * hour).toISOString())
const rules = fc.record({
  clock: fc.constantFrom('calendar' as const, 'rolling' as const),
  cohorts: fc.constantFrom('first' as const, 'firstInPeriod' as const, 'firstEver' as const),
  minimumEvents: fc.integer({ min: 1, max: 2 }),
  startType: fc.constantFrom(undefined, 'signup'),
})

/** Retained actors by offset over all cohorts. */
function retained(list: ActivityEvent[], options: Parameters<typeof measureCohortRetention>[1]): number[] {
  return measureCohortRetention(list, options).overall.map(({ numerator = 0 }) => numerator)
}

describe('cohort retention', () => {
  it('has every actor eligible or pending, and no more retained than eligible', () => {
    fc.assert(
      fc.property(events, asOfs, rules, fc.constantFrom('on', 'onOrAfter', 'onOrBefore'), (list, asOf, rule, type) => {
        const options = { ...rule, type: type as 'on', asOf, period, timeZone, lastOffset: 5 }
        for (const { counts } of countCohortRetention(list, options).cells) {
          expect(counts.eligible + counts.pending).toBe(counts.size)
          expect(counts.retained).toBeLessThanOrEqual(counts.eligible)
        }
      }),
      settings,
    )
  })

  it('on is never above onOrAfter, which does not rise under a common horizon', () => {
    fc.assert(
      fc.property(events, asOfs, rules, (list, asOf, rule) => {
        const options = { ...rule, asOf, period, timeZone, lastOffset: 6 }
        const on = retained(list, { ...options, type: 'on' })
        retained(list, { ...options, type: 'onOrAfter' }).forEach((count, offset) => {
          expect(count).toBeGreaterThanOrEqual(on[offset] ?? 0)
        })
        const falling = retained(list, { ...options, type: 'onOrAfter', horizon: 6 })
        expect(falling).toEqual([...falling].sort((a, b) => b - a))
      }),
      settings,
    )
  })

  it('onOrBefore does not fall where all are followed up', () => {
    fc.assert(
      fc.property(events, rules, (list, rule) => {
        const options = { ...rule, asOf: '2024-06-01', period, timeZone, lastOffset: 8 }
        const rising = retained(list, { ...options, type: 'onOrBefore' })
        expect(rising).toEqual([...rising].sort((a, b) => a - b))
      }),
      settings,
    )
  })

  it('does not depend on order, splitting, or what happens after asOf', () => {
    fc.assert(
      fc.property(events, asOfs, rules, fc.nat(40), (list, asOf, rule, cut) => {
        const options = { ...rule, period, lastOffset: 4 }
        const whole = measureCohortRetention(list, { ...options, asOf, timeZone })
        const parts = [list.slice(0, cut), list.slice(cut)].map((part) =>
          tallyActivity([...part].reverse(), { asOf, timeZone }),
        )
        const merged = mergeTallies(parts[0] as never, parts[1] as never) as Tally
        expect(measureCohortRetention(merged, options)).toEqual(whole)
        const known = list.filter(({ at }) => Number(at) <= Date.parse(asOf))
        const { excluded: _excluded, ...rest } = whole
        expect(measureCohortRetention(known, { ...options, asOf, timeZone })).toEqual(rest)
      }),
      settings,
    )
  })
})

const orders: fc.Arbitrary<Order[]> = fc
  .array(
    fc.record({
      customerId: fc.constantFrom('a', 'b', 'c', 'd'),
      placedAt: fc.integer({ min: 0, max: 24 * 40 }).map((hours) => start + hours * hour),
      total: fc.integer({ min: 0, max: 500 }),
    }),
    { maxLength: 25 },
  )
  .map((list) => list.map((order, index) => ({ ...order, id: `o${index}`, status: 'paid', currency: 'EUR' })))

describe('purchases', () => {
  const asOf = '2024-06-01'

  it('have one open gap a customer, and the same gaps from a merged tally in any order', () => {
    fc.assert(
      fc.property(orders, fc.nat(25), (list, cut) => {
        const gaps = measureTimeBetweenPurchases(list, { asOf, timeZone })
        expect(gaps.open).toBe(new Set(list.map(({ customerId }) => customerId)).size)
        expect(gaps.curve.every(({ time }) => time >= 1)).toBe(true)
        const parts = [list.slice(cut), list.slice(0, cut)].map((part) => tallyPurchases(part, { asOf, timeZone }))
        const merged = mergeTallies(parts[0] as never, parts[1] as never) as Tally
        expect(measureTimeBetweenPurchases(merged, {})).toEqual(gaps)
        expect(summariseRfm(merged, {})).toEqual(summariseRfm(list, { asOf, timeZone }))
        const window = suggestInactivityWindow(
          list.map(({ customerId = '', placedAt }) => ({ customerId, at: placedAt })),
          { asOf, timeZone, quantile: 0.5 },
        )
        expect(window.value).toBe(gaps.value)
      }),
      settings,
    )
  })

  it('score monotonically, equal values equally', () => {
    const row = fc.record({ recencyDays: fc.nat(9), frequency: fc.nat(6), monetary: fc.integer({ min: -3, max: 6 }) })
    const scoring = fc.constantFrom('midrank' as const, 'quantile' as const)
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), scoring, fc.integer({ min: 1, max: 6 }), (list, by, bins) => {
        const rows = list.map((values, index) => ({ ...values, customerId: String(index) }))
        const scored = scoreRfm(rows, { scoring: by, bins }).rows
        expect(scoreRfm([...rows].reverse(), { scoring: by, bins }).rows).toEqual(scored)
        for (const one of scored) {
          for (const other of scored) {
            if (one.frequency <= other.frequency) expect(one.frequencyScore).toBeLessThanOrEqual(other.frequencyScore)
            if (one.recencyDays <= other.recencyDays)
              expect(one.recencyScore).toBeGreaterThanOrEqual(other.recencyScore)
            expect(one.monetaryScore).toBeGreaterThanOrEqual(1)
            expect(one.monetaryScore).toBeLessThanOrEqual(bins)
          }
        }
      }),
      settings,
    )
  })
})
