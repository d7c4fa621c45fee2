import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tally } from '../../src/index.js'
import {
  countChurn,
  countMrrMovements,
  grossRevenueChurn,
  grossRevenueRetention,
  measureChurnByCause,
  measureCustomerRevenue,
  measureMrr,
  mergeTallies,
  netRevenueRetention,
  type Subscription,
  tallySubscriptions,
} from '../../src/index.js'

const settings = { seed: 20240229, numRuns: 60 }
const hour = 3_600_000
const start = Date.UTC(2024, 0, 1)
const asOf = new Date(start + 110 * 24 * hour).toISOString()
const period = { start: '2024-02-01', end: '2024-04-01' }

const subscriptions: fc.Arbitrary<Subscription[]> = fc
  .array(
    fc.record({
      customerId: fc.constantFrom('a', 'b', 'c', 'd'),
      from: fc.integer({ min: 0, max: 100 * 4 }),
      length: fc.option(fc.integer({ min: 1, max: 60 * 4 })),
      mrr: fc.constantFrom('0', '0.1', '19.99', '20', '45.123456789012'),
      pause: fc.option(fc.integer({ min: 1, max: 30 * 4 })),
      endReason: fc.constantFrom('voluntary', 'involuntary', 'completed', undefined),
    }),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(({ customerId, from, length, mrr, pause, endReason }, index) => {
      const startedAt = start + from * 6 * hour
      const pausedAt = pause === null ? undefined : startedAt + pause * 6 * hour
      return {
        id: `s${index}`,
        customerId,
        startedAt,
        ...(length === null ? {} : { endedAt: startedAt + length * 6 * hour }),
        ...(pausedAt === undefined ? {} : { pauses: [{ start: pausedAt, end: pausedAt + 40 * hour }] }),
        mrr,
        currency: 'EUR',
        endReason,
      }
    }),
  )
const spans = fc.record(
  {
    gapToleranceDays: fc.integer({ min: 0, max: 20 }),
    netWithinDay: fc.boolean(),
    paused: fc.constantFrom('active' as const, 'inactive' as const),
  },
  { requiredKeys: [] },
)
const mode = fc.constantFrom('net' as const, 'granular' as const)

/** Exact: amounts have at most 12 decimals. */
function scaled(text: string): bigint {
  const [whole = '0', decimals = ''] = text.replace('-', '').split('.')
  const value = BigInt(whole + decimals.padEnd(12, '0'))
  return text.startsWith('-') ? -value : value
}

function sum(texts: readonly unknown[]): bigint {
  return texts.reduce<bigint>((total, text) => total + scaled(String(text)), 0n)
}

describe('recurring revenue', () => {
  it('opening and movements are closing, in both modes', () => {
    fc.assert(
      fc.property(
        subscriptions,
        spans,
        mode,
        fc.option(fc.integer({ min: 0, max: 40 })),
        (records, how, by, within) => {
          const moved = countMrrMovements(records, {
            asOf,
            period,
            spans: how,
            mode: by,
            reactivationWithinDays: within ?? undefined,
          })
          const gains = [moved.opening, moved.new, moved.reactivation, moved.expansion, moved.fx]
          expect(sum(gains) - sum([moved.contraction, moved.churn])).toBe(scaled(moved.closing))
          expect([moved.new, moved.reactivation, moved.expansion, moved.contraction, moved.churn].join()).not.toContain(
            '-',
          )
        },
      ),
      settings,
    )
  })

  it('opening and closing are those of the customers, and of MRR at the bounds', () => {
    fc.assert(
      fc.property(subscriptions, spans, mode, (records, how, by) => {
        const options = { asOf, period, spans: how }
        const moved = countMrrMovements(records, { ...options, mode: by })
        const rows = measureCustomerRevenue(records, options)
        expect(sum(rows.map((row) => row.start))).toBe(scaled(moved.opening))
        expect(sum(rows.map((row) => row.end))).toBe(scaled(moved.closing))
        const plain = countMrrMovements(records, { asOf: period.end, period })
        const amount = measureMrr(records, { asOf: period.end }).amount?.amount ?? '0.00'
        expect(scaled(amount)).toBe(scaled(plain.closing))
      }),
      settings,
    )
  })

  it('loses the customers that churn loses, under equal spans', () => {
    fc.assert(
      fc.property(subscriptions, spans, (records, how) => {
        const options = { asOf, spans: how }
        const [cell] = countChurn(records, { ...options, periods: [period] }).cells
        const rows = measureCustomerRevenue(records, { ...options, period })
        expect(rows.filter((row) => row.start !== '0.00')).toHaveLength(cell?.counts.opening ?? 0)
        expect(rows.filter((row) => row.start !== '0.00' && row.end === '0.00')).toHaveLength(cell?.counts.lost ?? 0)
      }),
      settings,
    )
  })

  it('the closing of a period is the opening of the next', () => {
    fc.assert(
      fc.property(subscriptions, spans, mode, (records, how, by) => {
        const of = (from: string, to: string) =>
          countMrrMovements(records, { asOf, period: { start: from, end: to }, spans: how, mode: by })
        expect(of('2024-02-01', '2024-03-01').closing).toBe(of('2024-03-01', '2024-04-01').opening)
      }),
      settings,
    )
  })

  it('of a merged tally is that of the whole, however the records are split and ordered', () => {
    fc.assert(
      fc.property(
        subscriptions,
        spans,
        fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
        (records, how, split) => {
          const parts = [true, false].map((side) => records.filter((_, index) => split[index] === side))
          const [left, right] = parts.map((part) => tallySubscriptions([...part].reverse(), { asOf, spans: how }))
          const merged = mergeTallies(left as never, right as never) as Tally
          expect(measureMrr(merged, {})).toEqual(measureMrr(records, { asOf, spans: how }))
          const { excluded: _left, ...moved } = countMrrMovements(merged, { period, mode: 'granular' })
          const { excluded: _right, ...whole } = countMrrMovements(records, {
            asOf,
            period,
            spans: how,
            mode: 'granular',
          })
          expect(moved).toEqual(whole)
          expect(measureCustomerRevenue(merged, { period })).toEqual(
            measureCustomerRevenue(records, { asOf, period, spans: how }),
          )
        },
      ),
      settings,
    )
  })

  it('keeps within its bounds: 0 <= GRR <= min(1, NRR), churn its complement, intervals around their value', () => {
    fc.assert(
      fc.property(subscriptions, (records) => {
        const rows = measureCustomerRevenue(records, { asOf, period })
        const [net, gross, lost] = [netRevenueRetention(rows), grossRevenueRetention(rows), grossRevenueChurn(rows)]
        if (net.value === null || gross.value === null || lost.value === null) {
          expect([net.reason, gross.reason, lost.reason]).toEqual(['empty_base', 'empty_base', 'empty_base'])
          return
        }
        expect(gross.value).toBeGreaterThanOrEqual(0)
        expect(gross.value).toBeLessThanOrEqual(Math.min(1, net.value))
        expect(lost.value).toBeCloseTo(1 - gross.value, 12)
        for (const { value, interval } of [net, gross, lost]) {
          if (interval === undefined || value === null) continue
          expect(interval.lower).toBeLessThanOrEqual(value)
          expect(interval.upper).toBeGreaterThanOrEqual(value)
        }
      }),
      settings,
    )
  })

  it('causes add up to the total', () => {
    fc.assert(
      fc.property(subscriptions, fc.constantFrom('count' as const, 'exclude' as const), (records, completed) => {
        const causes = measureChurnByCause(records, { asOf, period, completed })
        const parts = [causes.voluntary, causes.involuntary, causes.completed, causes.unknown]
        expect(parts.reduce((total, { numerator = 0 }) => total + numerator, 0)).toBe(causes.total.numerator)
      }),
      settings,
    )
  })

  it('is plain JSON and leaves its input alone', () => {
    fc.assert(
      fc.property(subscriptions, mode, (records, by) => {
        const frozen = Object.freeze(records.map((record) => Object.freeze(record)))
        for (const result of [
          measureMrr(frozen, { asOf }),
          countMrrMovements(frozen, { asOf, period, mode: by }),
          measureCustomerRevenue(frozen, { asOf, period }),
        ]) {
          expect(JSON.parse(JSON.stringify(result))).toEqual(result)
        }
      }),
      settings,
    )
  })
})
