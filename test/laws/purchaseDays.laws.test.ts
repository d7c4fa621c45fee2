import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRetentionOkrError } from '../../src/errors.js'
import { summarisePurchaseDays } from '../../src/predict/summarisePurchaseDays.js'
import { tallyPurchaseDays } from '../../src/predict/tallyPurchaseDays.js'
import { encodeOrders } from '../../src/records/index.js'
import {
  emptyTally,
  mergeTallies,
  type PurchaseDays,
  type PurchasePatterns,
  type RenewalCounts,
} from '../../src/tally/index.js'
import { deepFreeze } from './deepFreeze.js'

const settings = { seed: 20261128, numRuns: 150 }
const asOf = '2024-03-01'

const order = fc
  .record({
    customerId: fc.constantFrom('b', 'a', 'c', ''),
    day: fc.integer({ min: 1, max: 28 }),
    total: fc.option(
      fc.integer({ min: -500, max: 5000 }).map((cents) => cents / 100),
      { nil: undefined },
    ),
    refunded: fc.integer({ min: 0, max: 300 }).map((cents) => (cents / 100).toFixed(2)),
  })
  .map(({ day, ...rest }) => ({ ...rest, placedAt: `2024-02-${String(day).padStart(2, '0')}` }))
const orders = fc.array(order, { maxLength: 25 })

const cents = fc.integer({ min: -500, max: 5000 }).map((amount) => (amount / 100).toFixed(2))
const money = fc.oneof(
  cents,
  fc.constantFrom('0.00', '-0.00', '12', 7, 0, '1.2345', '1.2345678', '999999999999', '0.0000001', '-3.1234567'),
)
const fullOrder = fc.record({
  customerId: fc.constantFrom('b', 'a', 'é', 'c', ''),
  placedAt: fc.oneof(
    fc.integer({ min: 0, max: 8000 }).map((hours) => Date.UTC(2023, 9, 1) + hours * 3_600_000 + 1),
    fc.integer({ min: 1, max: 28 }).map((day) => `2024-02-${String(day).padStart(2, '0')}`),
  ),
  status: fc.constantFrom('paid' as const, 'paid' as const, 'open' as const, 'cancelled' as const, 'failed' as const),
  total: money,
  refunded: fc.option(
    fc.oneof(
      fc.integer({ min: 0, max: 5000 }).map((cents) => (cents / 100).toFixed(2)),
      fc.constantFrom('0.001', '1.2345678', 12),
    ),
    { nil: undefined },
  ),
  currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
  isTest: fc.constantFrom(false, false, false, true),
})
/** What a function answers, or the error that it throws. */
function outcomeOf<T>(run: () => T): { answer: T } | { code: string; path: string } {
  try {
    return { answer: run() }
  } catch (error) {
    if (!isRetentionOkrError(error)) throw error
    return { code: error.code, path: error.details.path }
  }
}

/** Amounts of two decimals alone, or such that are wide, fine or written as numbers among them. */
const fullOrders = fc.oneof(
  fc.array(fc.tuple(fullOrder, cents).map(([row, total]) => ({ ...row, total, refunded: undefined }))),
  fc.array(fullOrder, { maxLength: 30 }),
)
const rules = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
  zeroValue: fc.constantFrom('exclude' as const, 'count' as const),
  fullyRefunded: fc.constantFrom('exclude' as const, 'count' as const),
  amount: fc.constantFrom('gross' as const, 'net' as const),
  asOf: fc.constantFrom('2024-02-14', '2024-02-14T12:30:00Z', '2024-12-31'),
})
type Orders = { customerId: string; placedAt: string; total: number | undefined; refunded: string }[]

/** A summary with its customers sorted: their order is that of first appearance, which a split changes. */
function sortedSummary(source: Orders | PurchaseDays, amount: 'gross' | 'net') {
  const summary = summarisePurchaseDays(source, { asOf, amount, ownRhythm: true })
  const rows = summary.customerId.map((customerId, row) => [
    customerId,
    summary.frequency[row],
    summary.ageAtLastPurchaseDays[row],
    summary.ageDays[row],
    summary.monetaryValue?.[row],
    summary.medianGapDays?.[row],
  ])
  const { totals, excluded, notes, currency, monetaryReason } = summary
  return {
    rows: rows.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    totals,
    excluded,
    notes,
    currency,
    monetaryReason,
  }
}

describe('purchase days', () => {
  it('merge over any split: commutative, associative, with an identity, as the whole', () => {
    fc.assert(
      fc.property(orders, orders, orders, (first, second, third) => {
        const [a, b, c] = deepFreeze([first, second, third].map((part) => tallyPurchaseDays(part))) as [
          PurchaseDays,
          PurchaseDays,
          PurchaseDays,
        ]
        const whole = tallyPurchaseDays([...first, ...second, ...third])
        expect(mergeTallies(mergeTallies(a, b), c)).toEqual(whole)
        expect(mergeTallies(a, mergeTallies(c, b))).toEqual(whole)
        expect(mergeTallies(a, emptyTally('purchase-days', a.definition))).toEqual(a)
        expect(JSON.parse(JSON.stringify(whole))).toEqual(whole)
        for (const amount of ['gross', 'net'] as const) {
          expect(sortedSummary(whole, amount)).toEqual(sortedSummary([...first, ...second, ...third], amount))
        }
      }),
      settings,
    )
  })

  it('do not depend on the order of rows, and columns are as good as rows', () => {
    fc.assert(
      fc.property(orders, (rows) => {
        const tally = tallyPurchaseDays(deepFreeze(rows))
        expect(tallyPurchaseDays([...rows].reverse())).toEqual(tally)
        const full = rows.map((row, index) => ({
          ...row,
          id: String(index),
          status: 'paid' as const,
          total: row.total ?? 1,
          currency: 'EUR',
        }))
        expect(tallyPurchaseDays(encodeOrders(full, {}))).toEqual(tallyPurchaseDays(full))
      }),
      settings,
    )
  })

  it('are those of the rows that columns stand for, whatever these hold', () => {
    fc.assert(
      fc.property(fullOrders, rules, (given, { asOf, amount, ...shape }) => {
        const rows = given.map((row, index) => ({ ...row, id: String(index) }))
        const withTwins = [...rows, ...rows.filter((_, index) => index % 5 === 4)]
        const columns = encodeOrders(withTwins, { timeZone: shape.timeZone })
        const options = { asOf, amount, ownRhythm: true, ...shape }
        const whole = outcomeOf(() => tallyPurchaseDays(withTwins, shape))
        expect(outcomeOf(() => tallyPurchaseDays(columns, shape))).toEqual(whole)
        const summary = outcomeOf(() => summarisePurchaseDays(withTwins, options))
        expect(outcomeOf(() => summarisePurchaseDays(columns, options))).toEqual(summary)
        if ('code' in whole) return
        // Of columns from another thread the twins are only counted.
        const sent = encodeOrders(structuredClone(encodeOrders(rows, { timeZone: shape.timeZone })))
        expect(tallyPurchaseDays(sent, shape)).toEqual(tallyPurchaseDays(rows, shape))
        const counted = encodeOrders(structuredClone(columns))
        const twins = withTwins.length - rows.length
        const { notes, ...rest } = tallyPurchaseDays(counted, shape)
        const { notes: own, ...expected } = tallyPurchaseDays(rows, shape)
        expect(rest).toEqual(expected)
        expect(notes).toEqual(twins === 0 ? own : { ...own, duplicateOrders: twins })
      }),
      settings,
    )
  })

  it('a stream, also of batches, gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (rows) => {
        async function* batches() {
          yield rows.slice(0, 3)
          yield* rows.slice(3)
        }
        expect(await tallyPurchaseDays(batches())).toEqual(tallyPurchaseDays(rows))
      }),
      { ...settings, numRuns: 30 },
    )
  })

  it('an order after asOf changes nothing but its own count; one on a known day the value alone', () => {
    fc.assert(
      fc.property(orders, (rows) => {
        const summary = summarisePurchaseDays(rows, { asOf })
        const later = { customerId: 'a', placedAt: '2024-03-02', total: 1, currency: 'USD' }
        expect(summarisePurchaseDays([...rows, later], { asOf })).toEqual({
          ...summary,
          excluded: { ...summary.excluded, future: 1 },
        })
        const known = rows.find(({ customerId, total }) => customerId !== '' && total === undefined)
        if (known === undefined) return
        const again = summarisePurchaseDays([...rows, { ...known, total: 3, refunded: '0' }], { asOf })
        expect(again.frequency).toEqual(summary.frequency)
        expect(again.ageAtLastPurchaseDays).toEqual(summary.ageAtLastPurchaseDays)
        expect(again.ageDays).toEqual(summary.ageDays)
      }),
      settings,
    )
  })

  it('keep 0 <= tx <= T, and tx = 0 just where x = 0', () => {
    fc.assert(
      fc.property(orders, (rows) => {
        const { frequency, ageAtLastPurchaseDays, ageDays } = summarisePurchaseDays(rows, { asOf })
        frequency.forEach((x, row) => {
          const [tx = 0, age = 0] = [ageAtLastPurchaseDays[row], ageDays[row]]
          expect(tx >= x && tx <= age && (x === 0) === (tx === 0)).toBe(true)
        })
      }),
      settings,
    )
  })

  it('are of no currency that can be added once two meet', () => {
    const of = (currency?: string) => tallyPurchaseDays([{ customerId: 'a', placedAt: asOf, total: 1, currency }])
    expect(mergeTallies(of('EUR'), of('USD'))).toMatchObject({ currency: null, mixedCurrency: true })
    expect(mergeTallies(of('EUR'), of())).toMatchObject({ currency: 'EUR', mixedCurrency: false })
    expect(mergeTallies(mergeTallies(of('EUR'), of('USD')), of('EUR'))).toMatchObject({ mixedCurrency: true })
  })

  it('refuse other definitions, broken columns and sums beyond 2^53', () => {
    const rows = [{ customerId: 'a', placedAt: asOf, total: 1 }]
    const tally = tallyPurchaseDays(rows)
    const refuse = (a: unknown, b: unknown, code: string, path: string) =>
      expect(() => mergeTallies(a as never, b as never)).toThrowError(
        expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
      )
    refuse(tally, tallyPurchaseDays(rows, { zeroValue: 'count' }), 'TALLY_MISMATCH', 'definition.zeroValue')
    refuse(tally, emptyTally('renewals', {}), 'TALLY_MISMATCH', 'kind')
    refuse(tally, emptyTally('sla-attainment', {}), 'TALLY_MISMATCH', 'kind')
    refuse({ ...tally, orders: [] }, tally, 'INVALID_INPUT', 'a.orders')
    refuse(tally, { ...tally, customers: ['b', 'a'] }, 'INVALID_INPUT', 'b.customers[1]')
    refuse(tally, { ...tally, row: [1] }, 'INVALID_INPUT', 'b.row[0]')
    refuse(tally, { ...tally, amount: [0.5] }, 'INVALID_INPUT', 'b.amount[0]')
    refuse({ ...tally, amount: [2 ** 53 - 1] }, tally, 'AMOUNT_OUT_OF_RANGE', 'amount')
    refuse({ ...tally, amount: [2 ** 50] }, { ...tally, scale: 6 }, 'AMOUNT_OUT_OF_RANGE', 'amount')
  })
})

const patterns = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.nat(2), fc.nat(3), fc.nat(3)), { selector: (key) => key.join(), maxLength: 6 }),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([keys, customers]) => {
    keys.sort(([x, t, age], [y, u, years]) => x - y || t - u || age - years)
    return {
      kind: 'purchase-patterns',
      definition: { asOf },
      distinct: 'customer',
      frequency: keys.map(([x]) => x),
      ageAtLastPurchaseDays: keys.map(([, t]) => t),
      ageDays: keys.map(([, , age]) => age),
      customers: keys.map(() => customers),
    } as PurchasePatterns
  })
const withPart = (tally: PurchasePatterns, part: string): PurchasePatterns => ({
  ...tally,
  partition: { name: 'shard', parts: [part] },
})

describe('purchase patterns', () => {
  it('merge over declared parts: commutative, associative, with an identity', () => {
    fc.assert(
      fc.property(patterns, patterns, patterns, (x, y, z) => {
        const [a, b, c] = deepFreeze([withPart(x, 'x'), withPart(y, 'y'), withPart(z, 'z')]) as [
          PurchasePatterns,
          PurchasePatterns,
          PurchasePatterns,
        ]
        expect(mergeTallies(a, b)).toEqual(mergeTallies(b, a))
        expect(mergeTallies(mergeTallies(a, b), c)).toEqual(mergeTallies(a, mergeTallies(b, c)))
        expect(mergeTallies(x, emptyTally('purchase-patterns', { asOf }))).toEqual(x)
        const total = (tally: PurchasePatterns) => tally.customers.reduce((sum, customers) => sum + customers, 0)
        expect(total(mergeTallies(a, b))).toBe(total(a) + total(b))
      }),
      settings,
    )
  })

  it('refuse parts that nobody declared, and one part twice', () => {
    const one: PurchasePatterns = {
      ...emptyTally('purchase-patterns', { asOf }),
      frequency: [0],
      ageAtLastPurchaseDays: [0],
      ageDays: [9],
      customers: [3],
    }
    const refuse = (a: PurchasePatterns, b: PurchasePatterns, rule: string) =>
      expect(() => mergeTallies(a, b)).toThrowError(
        expect.objectContaining({ code: 'TALLY_NOT_MERGEABLE', details: expect.objectContaining({ rule }) }),
      )
    refuse(one, one, 'undeclared_partition')
    refuse(withPart(one, 'x'), withPart(one, 'x'), 'overlapping_parts')
    expect(mergeTallies(withPart(one, 'x'), withPart(one, 'y')).customers).toEqual([6])
  })
})

describe('renewals', () => {
  const renewals = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 4 }).map(
    (counts): RenewalCounts => ({
      kind: 'renewals',
      definition: {},
      kept: counts.map(([kept]) => kept),
      lost: counts.map(([, lost]) => lost),
    }),
  )

  it('merge: commutative, associative, with an identity', () => {
    fc.assert(
      fc.property(renewals, renewals, renewals, (a, b, c) => {
        expect(mergeTallies(deepFreeze(a), deepFreeze(b))).toEqual(mergeTallies(b, a))
        expect(mergeTallies(mergeTallies(a, b), c)).toEqual(mergeTallies(a, mergeTallies(b, c)))
        expect(mergeTallies(a, emptyTally('renewals', {}))).toEqual(a)
      }),
      settings,
    )
  })
})
