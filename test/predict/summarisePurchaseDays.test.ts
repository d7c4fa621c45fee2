import { describe, expect, it } from 'vitest'
import { countHoldoutPurchases } from '../../src/predict/countHoldoutPurchases.js'
import { summarisePurchaseDays } from '../../src/predict/summarisePurchaseDays.js'
import { tallyPurchaseDays } from '../../src/predict/tallyPurchaseDays.js'
import { deepFreeze } from '../laws/deepFreeze.js'
import { cdnowOrders, hasCdnow, rowsOf } from './cdnow.js'

const orders = deepFreeze([
  { customerId: 'A', placedAt: '2024-01-01', total: '10.00' },
  { customerId: 'A', placedAt: '2024-01-01', total: '5.00' },
  { customerId: 'A', placedAt: '2024-01-11', total: 20 },
  { customerId: 'A', placedAt: '2024-01-15', total: '-20.00' },
  { customerId: 'A', placedAt: '2024-01-31', total: 0 },
  { customerId: 'B', placedAt: '2024-01-31', total: 7 },
  { placedAt: '2024-01-05', total: 9 },
])
const asOf = '2024-01-31'

describe('summarisePurchaseDays', () => {
  it('leaves the first day out of the frequency and of the value', () => {
    expect(summarisePurchaseDays(orders, { asOf })).toEqual({
      asOf,
      timeZone: 'UTC',
      currency: null,
      customerId: ['A', 'B'],
      frequency: [1, 0],
      ageAtLastPurchaseDays: [10, 0],
      ageDays: [30, 0],
      monetaryValue: [20, 0],
      totals: { customers: 2, repeatPurchases: 1, repeaters: 1, maximumAgeDays: 30 },
      excluded: { no_customer: 1, return_row: 1, zero_value: 1 },
      notes: {},
      definition: {
        asOf,
        timeZone: 'UTC',
        zeroValue: 'exclude',
        fullyRefunded: 'exclude',
        amount: 'gross',
        ownRhythm: false,
      },
    })
  })

  it('deducts a return from the purchase day before it', () => {
    expect(summarisePurchaseDays(orders, { asOf, amount: 'net' }).monetaryValue).toEqual([0, 0])
    const early = [{ customerId: 'A', placedAt: '2023-12-30', total: -3 }, ...orders]
    expect(summarisePurchaseDays(early, { asOf, amount: 'net' }).monetaryValue).toEqual([0, 0])
    expect(summarisePurchaseDays(early, { asOf }).ageDays).toEqual([30, 0])
  })

  it('counts orders of 0 where they are asked for', () => {
    const summary = summarisePurchaseDays(orders, { asOf, zeroValue: 'count' })
    expect(summary.frequency).toEqual([2, 0])
    expect(summary.ageAtLastPurchaseDays).toEqual([30, 0])
    expect(summary.monetaryValue).toEqual([10, 0])
  })

  it('places instants on local days', () => {
    const night = [
      { customerId: 'c', placedAt: '2024-03-31T22:30:00Z' },
      { customerId: 'c', placedAt: '2024-04-01T10:00:00Z' },
    ]
    expect(summarisePurchaseDays(night, { asOf: '2024-04-30', timeZone: 'Europe/Madrid' }).frequency).toEqual([0])
    expect(summarisePurchaseDays(night, { asOf: '2024-04-30' }).frequency).toEqual([1])
  })

  it('takes a day as wholly observed and an instant to the millisecond', () => {
    const late = [
      { customerId: 'c', placedAt: '2024-01-01' },
      { customerId: 'c', placedAt: '2024-01-31T23:00:00Z' },
    ]
    expect(summarisePurchaseDays(late, { asOf: '2024-01-31' }).frequency).toEqual([1])
    expect(summarisePurchaseDays(late, { asOf: '2024-01-31T23:00:00Z' }).frequency).toEqual([1])
    const before = summarisePurchaseDays(late, { asOf: '2024-01-31T22:59:59Z' })
    expect(before).toMatchObject({ asOf: '2024-01-31', frequency: [0], excluded: { future: 1 } })
  })

  it('names each reason once, in its order', () => {
    const row = { placedAt: '2024-01-01', total: 5, customerId: 'c' }
    const { excluded, customerId } = summarisePurchaseDays(
      [
        { ...row, customerId: '', isTest: true },
        { ...row, isTest: true, status: 'cancelled' },
        { ...row, status: 'cancelled', total: -1 },
        { ...row, status: 'failed' },
        { ...row, total: -5, placedAt: '2025-01-01' },
        { ...row, total: 0, placedAt: '2025-01-01' },
        { ...row, refunded: '5.00' },
        { ...row, placedAt: '2025-01-01' },
        { ...row, customerId: 'd' },
        { ...row, customerId: 'e', placedAt: '2024-01-02' },
      ],
      { asOf, acquired: { to: '2024-01-02' } },
    )
    expect(customerId).toEqual(['d'])
    expect(excluded).toEqual({
      acquired_outside: 1,
      cancelled: 1,
      failed: 1,
      future: 1,
      no_customer: 1,
      refunded: 1,
      return_row: 1,
      test: 1,
      zero_value: 1,
    })
  })

  it('says why there are no amounts', () => {
    const bare = [
      { customerId: 'c', placedAt: '2024-01-01' },
      { customerId: 'c', placedAt: '2024-01-05' },
    ]
    expect(summarisePurchaseDays(bare, { asOf })).toMatchObject({
      monetaryValue: null,
      monetaryReason: 'empty_base',
      frequency: [1],
      notes: { daysWithoutAmount: 1 },
    })
    const mixed = bare.map((order, index) => ({ ...order, total: 1, currency: index === 0 ? 'EUR' : 'USD' }))
    expect(summarisePurchaseDays(mixed, { asOf })).toMatchObject({ currency: null, monetaryReason: 'mixed_currency' })
    expect(summarisePurchaseDays(mixed, { asOf: '2024-01-04' })).toMatchObject({ currency: 'EUR', monetaryValue: [0] })
    expect(summarisePurchaseDays([], { asOf })).toMatchObject({ customerId: [], monetaryReason: 'empty_base' })
  })

  it('leaves a day without an amount out of the mean', () => {
    const some = [
      { customerId: 'c', placedAt: '2024-01-01', total: 1 },
      { customerId: 'c', placedAt: '2024-01-05' },
      { customerId: 'c', placedAt: '2024-01-09', total: 8 },
    ]
    expect(summarisePurchaseDays(some, { asOf })).toMatchObject({ monetaryValue: [8], notes: { daysWithoutAmount: 1 } })
  })

  it('adds exactly, rounds at the sixth decimal, and counts twins', () => {
    const fine = [
      { id: '1', customerId: 'c', placedAt: '2024-01-01', total: 1 },
      { id: '2', customerId: 'c', placedAt: '2024-01-05', total: '0.0000005' },
      { id: '3', customerId: 'c', placedAt: '2024-01-05', total: '0.0000015' },
      { id: '3', customerId: 'c', placedAt: '2024-01-05', total: 0.1 },
      { id: '4', customerId: 'c', placedAt: '2024-01-05', total: 0.2 },
    ]
    const { monetaryValue, notes } = summarisePurchaseDays(fine, { asOf })
    expect(monetaryValue).toEqual([0.300002])
    expect(notes).toEqual({ duplicateOrders: 1, roundedAmounts: 2 })
  })

  it('gives the own rhythm where it is asked for', () => {
    const days = ['2024-01-01', '2024-01-03', '2024-01-13', '2024-01-14', '2024-01-20']
    const rows = days.map((placedAt) => ({ customerId: 'c', placedAt }))
    expect(
      summarisePurchaseDays([...rows, { customerId: 'd', placedAt: asOf }], { asOf, ownRhythm: true }),
    ).toMatchObject({
      medianGapDays: [4, null],
    })
  })

  it('reads a tally like the orders, by the options of the tally', () => {
    const days = tallyPurchaseDays(orders, { zeroValue: 'count' })
    const { customerId, ...rest } = summarisePurchaseDays(days, { asOf })
    expect(customerId).toEqual(['A', 'B'])
    const { customerId: _, ...whole } = summarisePurchaseDays(orders, { asOf, zeroValue: 'count' })
    expect(rest).toEqual(whole)
  })

  it.each([
    [{}, 'INVALID_OPTION', 'options.asOf'],
    [{ asOf: '2024-02-30' }, 'INVALID_INSTANT', 'options.asOf'],
    [{ asOf, until: asOf }, 'INVALID_OPTION', 'options'],
    [{ asOf, amount: 'brut' }, 'INVALID_OPTION', 'options.amount'],
    [{ asOf, zeroValue: true }, 'INVALID_OPTION', 'options.zeroValue'],
    [{ asOf, fullyRefunded: 1 }, 'INVALID_OPTION', 'options.fullyRefunded'],
    [{ asOf, ownRhythm: 1 }, 'INVALID_OPTION', 'options.ownRhythm'],
    [{ asOf, timeZone: 'Mars' }, 'INVALID_TIME_ZONE', 'options.timeZone'],
    [{ asOf, acquired: { since: asOf } }, 'INVALID_OPTION', 'options.acquired'],
    [{ asOf, acquired: { from: 'May' } }, 'INVALID_DAY', 'options.acquired.from'],
    [{ asOf, acquired: { from: asOf, to: asOf } }, 'INVALID_OPTION', 'options.acquired.to'],
  ])('refuses the options %j', (options, code, path) => {
    expect(() => summarisePurchaseDays(orders, options as never)).toThrowError(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })

  it.each([
    [{ placedAt: 'soon' }, 'INVALID_INSTANT', 'orders[1].placedAt'],
    [{ total: 'ten' }, 'INVALID_AMOUNT', 'orders[1].total'],
    [{ total: Number.NaN }, 'INVALID_AMOUNT', 'orders[1].total'],
    [{ refunded: {} }, 'INVALID_AMOUNT', 'orders[1].refunded'],
    [{ refunded: -1 }, 'INVALID_AMOUNT', 'orders[1].refunded'],
    [{ customerId: 7 }, 'INVALID_INPUT', 'orders[1].customerId'],
    [{ currency: 7 }, 'INVALID_INPUT', 'orders[1].currency'],
    [{ total: 1e14, placedAt: '2024-01-01' }, 'AMOUNT_OUT_OF_RANGE', 'orders'],
  ])('refuses the row %j', (row, code, path) => {
    const rows = [
      { customerId: 'c', placedAt: '2024-01-01', total: '0.001' },
      { customerId: 'c', placedAt: asOf, ...row },
    ]
    expect(() => summarisePurchaseDays(rows as never, { asOf })).toThrowError(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })

  it('refuses an instant, other options and other kinds over a tally', () => {
    const days = tallyPurchaseDays(orders)
    const refuse = (source: object, options: object, code: string) =>
      expect(() => summarisePurchaseDays(source as never, options as never)).toThrowError(
        expect.objectContaining({ code }),
      )
    refuse(days, { asOf: '2024-01-31T00:00:00Z' }, 'INVALID_OPTION')
    refuse(days, { asOf, zeroValue: 'count' }, 'TALLY_MISMATCH')
    refuse({ ...days, kind: 'purchases' }, { asOf }, 'TALLY_MISMATCH')
    refuse({ ...days, day: [1] }, { asOf }, 'INVALID_INPUT')
  })
})

describe('countHoldoutPurchases', () => {
  it('begins on the day after asOf and leaves out those who came later', () => {
    const days = tallyPurchaseDays([
      { customerId: 'A', placedAt: '2024-01-01', total: 1 },
      { customerId: 'A', placedAt: '2024-01-10', total: 2 },
      { customerId: 'A', placedAt: '2024-01-11', total: 3 },
      { customerId: 'A', placedAt: '2024-01-11', total: 4 },
      { customerId: 'A', placedAt: '2024-01-20', total: 6, refunded: 1 },
      { customerId: 'A', placedAt: '2024-01-21', total: 50 },
      { customerId: 'B', placedAt: '2024-01-10', total: 1 },
      { customerId: 'C', placedAt: '2024-01-11', total: 1 },
      { customerId: 'D', placedAt: '2024-01-21', total: 1 },
    ])
    const options = { asOf: '2024-01-10', until: '2024-01-20' }
    expect(countHoldoutPurchases(days, options)).toEqual({
      customerId: ['A', 'B'],
      purchases: [2, 0],
      monetaryValue: [6.5, null],
      days: 10,
      excluded: { first_purchase_in_holdout: 1 },
    })
    expect(countHoldoutPurchases(days, { ...options, amount: 'net' }).monetaryValue).toEqual([6, null])
    expect(() => countHoldoutPurchases(days, { asOf, until: asOf })).toThrowError(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
  })
})

describe.skipIf(!hasCdnow)('the CDNOW sample', () => {
  it('has the published summary and holdout of every customer', () => {
    const rows = hasCdnow ? cdnowOrders() : []
    const summary = summarisePurchaseDays(rows, { asOf: '1997-09-30', zeroValue: 'count' })
    const days = tallyPurchaseDays(rows, { zeroValue: 'count' })
    const holdout = countHoldoutPurchases(days, { asOf: '1997-09-30', until: '1998-06-30' })
    expect(holdout.days).toBe(273)
    const bought = new Map(holdout.customerId.map((id, row) => [id, holdout.purchases[row]]))
    const published = rowsOf('cdnow_sample_summary.csv')
    expect(published).toHaveLength(2357)
    published.forEach(([id = '', ...figures], row) => {
      const [x, tx, age, value = 0, later] = figures.map(Number)
      expect(summary.customerId[row]).toBe(id)
      expect([summary.frequency[row], summary.ageAtLastPurchaseDays[row], summary.ageDays[row]]).toEqual([x, tx, age])
      expect(summary.monetaryValue?.[row]).toBeCloseTo(value, 6)
      expect(bought.get(id)).toBe(later)
    })
    expect([...bought.values()].filter((purchases) => purchases !== 0)).toHaveLength(684)
    const without = summarisePurchaseDays(rows, { asOf: '1997-09-30' })
    expect(without.totals).toMatchObject({ customers: 2349, repeatPurchases: 2457 })
    expect(without.ageDays.reduce((sum, age) => sum + age, 0)).toBe(537_840)
    expect(without.excluded['zero_value']).toBe(8)
  })
})
