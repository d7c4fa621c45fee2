import { describe, expect, it } from 'vitest'
import { countMrrMovements } from '../../../src/metrics/revenue/countMrrMovements.js'
import { measureCustomerRevenue } from '../../../src/metrics/revenue/measureCustomerRevenue.js'
import { measureMrr } from '../../../src/metrics/revenue/measureMrr.js'
import type { MrrMovement, Subscription } from '../../../src/records/model.js'
import { tallySubscriptions } from '../../../src/records/tallySubscriptions.js'

const june = { start: '2024-06-01', end: '2024-07-01' }
const asOf = '2024-07-01'

function subscription(id: string, customerId: string, startedAt: string, endedAt: string | undefined, mrr: number) {
  return { id, customerId, startedAt, ...(endedAt === undefined ? {} : { endedAt }), mrr, currency: 'EUR' }
}

describe('measureMrr', () => {
  it('is the state just before the instant', () => {
    const one = [subscription('1', 'a', '2024-06-01', '2024-06-10', 50)]
    expect(measureMrr(one, { asOf: '2024-06-01' }).value).toBe(0)
    expect(measureMrr(one, { asOf: '2024-06-10' }).value).toBe(50)
    expect(measureMrr(one, { asOf: '2024-06-11' }).value).toBe(0)
  })

  it('knows the currency of an amount of 0 where there is one', () => {
    expect(measureMrr([], { asOf })).not.toHaveProperty('amount')
    expect(measureMrr([], { asOf, currency: 'EUR' }).amount).toEqual({ amount: '0.00', currency: 'EUR' })
    const ended = [subscription('1', 'a', '2024-01-01', '2024-02-01', 50)]
    expect(measureMrr(ended, { asOf }).amount).toEqual({ amount: '0.00', currency: 'EUR' })
  })

  it.each([undefined, null, 5])('refuses a subscription whose currency is %s, with its place', (currency) => {
    const given = [
      subscription('1', 'a', '2024-01-01', undefined, 50),
      subscription('2', 'b', '2024-01-01', undefined, 50),
    ]
    const broken = given.map((one, index) => (index === 1 ? { ...one, currency: currency as never } : one))
    const details = expect.objectContaining({ path: 'subscriptions[1].currency' })
    const error = expect.objectContaining({ code: 'INVALID_INPUT', details })
    expect(() => measureMrr(broken, { asOf })).toThrow(error)
    expect(() => countMrrMovements(broken, { asOf, period: june })).toThrow(error)
    expect(() => measureCustomerRevenue(broken, { asOf, period: june })).toThrow(error)
  })

  it('adds exactly, and counts a customer once', () => {
    const cents = Array.from({ length: 10 }, (_, index) => ({
      ...subscription(String(index), 'a', '2024-01-01', undefined, 0),
      mrr: '0.1',
    }))
    expect(measureMrr(cents, { asOf })).toMatchObject({ value: 1, amount: { amount: '1.00' }, sampleSize: 1 })
  })

  it('leaves a pause out, or keeps it', () => {
    const paused = [
      { ...subscription('1', 'a', '2024-01-01', undefined, 50), pauses: [{ start: '2024-06-10', end: '2024-08-01' }] },
    ]
    expect(measureMrr(paused, { asOf }).value).toBe(0)
    expect(measureMrr(paused, { asOf, spans: { paused: 'active' } }).value).toBe(50)
  })

  it('measures a tally like records, and refuses one that says otherwise', () => {
    const records = [subscription('1', 'a', '2024-01-01', undefined, 50)]
    const tally = tallySubscriptions(records, { asOf })
    expect(measureMrr(tally, {})).toEqual(measureMrr(records, { asOf }))
    expect(measureMrr(tally, { asOf: '2024-07-01T02:00:00+02:00' }).value).toBe(50)
    expect(() => measureMrr(tally, { asOf: '2024-07-02' })).toThrowError(
      expect.objectContaining({ code: 'TALLY_MISMATCH', details: expect.objectContaining({ path: 'options.asOf' }) }),
    )
    const all = tallySubscriptions(records, { asOf, paying: 'all' })
    expect(() => measureMrr(all, {})).toThrowError(expect.objectContaining({ code: 'TALLY_MISMATCH' }))
  })

  it.each([
    [{ rates: { to: '', rates: {} } }, 'options.rates.to'],
    [{ rates: { to: 'EUR', rates: { USD: 0 } } }, 'options.rates.rates.USD'],
    [{ rates: { to: 'EUR', rates: { USD: 'x' } } }, 'options.rates.rates.USD'],
    [{ rates: { to: 'EUR', table: {} } }, 'options.rates'],
    [{ currency: 1 }, 'options.currency'],
    [{ period: june }, 'options'],
  ])('refuses %j', (options, path) => {
    expect(() => measureMrr([], { asOf, ...options } as never)).toThrowError(
      expect.objectContaining({ code: 'INVALID_OPTION', details: expect.objectContaining({ path }) }),
    )
  })
})

describe('countMrrMovements', () => {
  const kinds = (records: Subscription[], options: object = {}) => {
    const moved = countMrrMovements(records, { asOf, period: june, ...options })
    return Object.fromEntries(
      Object.entries(moved).filter(([, value]) => value !== '0.00' && typeof value === 'string'),
    )
  }

  it('calls one of two subscriptions cancelled a contraction, both a churn', () => {
    const two = [
      subscription('1', 'a', '2024-01-01', '2024-06-05', 30),
      subscription('2', 'a', '2024-01-01', '2024-06-20', 20),
    ]
    expect(kinds(two, { mode: 'granular' })).toMatchObject({ contraction: '30.00', churn: '20.00' })
    expect(kinds(two)).toMatchObject({ churn: '50.00' })
  })

  it('takes exactly N days of absence for a reactivation', () => {
    const back = [
      subscription('1', 'a', '2024-01-01', '2024-05-20', 30),
      subscription('2', 'a', '2024-06-10', undefined, 20),
    ]
    expect(kinds(back, { reactivationWithinDays: 21 })).toMatchObject({ reactivation: '20.00' })
    expect(kinds(back, { reactivationWithinDays: 20 })).toMatchObject({ new: '20.00' })
    expect(kinds(back, { reactivationWithinDays: 0, mode: 'granular' })).toMatchObject({ new: '20.00' })
    expect(kinds(back)).toMatchObject({ reactivation: '20.00' })
  })

  it('lets what a bridged or dropped gap says for churn hold for revenue', () => {
    const day = [
      subscription('1', 'a', '2024-01-01', '2024-06-10T08:00:00Z', 30),
      subscription('2', 'a', '2024-06-10T18:00:00Z', undefined, 20),
      subscription('3', 'b', '2024-06-12T08:00:00Z', '2024-06-12T18:00:00Z', 90),
    ]
    expect(kinds(day, { mode: 'granular', spans: { netWithinDay: true } })).toMatchObject({ contraction: '10.00' })
    expect(kinds(day, { mode: 'granular' })).toMatchObject({ churn: '120.00', reactivation: '20.00', new: '90.00' })
  })

  it('keeps exchange rates apart from movements', () => {
    const dollars = [{ ...subscription('1', 'a', '2024-01-01', undefined, 100), currency: 'USD' }]
    const rates = { to: 'EUR', rates: { USD: '0.9' } }
    const closingRates = { to: 'EUR', rates: { USD: '0.8' } }
    const moved = countMrrMovements(dollars, { asOf, period: june, rates, closingRates })
    expect(moved).toMatchObject({
      opening: '90.00',
      fx: '-10.00',
      closing: '80.00',
      expansion: '0.00',
      currency: 'EUR',
    })
    expect(measureCustomerRevenue(dollars, { asOf, period: june, rates, closingRates })).toEqual([
      { customerId: 'a', start: '90.00', end: '80.00', currency: 'EUR' },
    ])
  })

  it('cuts a running period, and moves nothing in one that has not begun', () => {
    const records = [
      subscription('1', 'a', '2024-06-03', undefined, 30),
      subscription('2', 'b', '2024-06-20', undefined, 9),
    ]
    expect(kinds(records, { asOf: '2024-06-10' })).toMatchObject({ new: '30.00', closing: '30.00' })
    const later = countMrrMovements(records, { asOf: '2024-06-10', period: { start: '2024-08-01', end: '2024-09-01' } })
    expect(later).toMatchObject({ opening: '30.00', new: '0.00', closing: '30.00' })
  })

  it('needs one currency among what enters', () => {
    const mixed = [
      subscription('1', 'a', '2024-01-01', undefined, 30),
      { ...subscription('2', 'b', '2024-06-05', '2024-06-09', 5), currency: 'USD' },
    ]
    expect(countMrrMovements(mixed, { asOf, period: june })).toMatchObject({ currency: 'EUR', opening: '30.00' })
    const granular = countMrrMovements(mixed, { asOf, period: june, mode: 'granular' })
    expect(granular).toEqual({ kind: 'mrr-movements', currency: null, reason: 'mixed_currency' })
    const euros = countMrrMovements(mixed, { asOf, period: june, mode: 'granular', currency: 'EUR' })
    expect(euros).toMatchObject({ opening: '30.00', new: '0.00', excluded: { other_currency: 1 } })
    expect(countMrrMovements([], { asOf, period: june })).toMatchObject({ currency: null, closing: '0.00' })
  })

  it('counts records left out inside the period alone', () => {
    const records = [
      { ...subscription('1', 'a', '2024-01-01', '2024-02-01', 0) },
      { ...subscription('2', 'b', '2024-06-05', undefined, 0) },
    ]
    expect(countMrrMovements(records, { asOf, period: june }).excluded).toEqual({ not_paying: 1 })
    expect(countMrrMovements(tallySubscriptions(records, { asOf }), { period: june }).excluded).toEqual({
      not_paying: 2,
    })
  })

  const line: MrrMovement = { customerId: 'a', at: '2024-06-05', type: 'new', delta: 5, currency: 'EUR' }

  it('adds up a ledger as it stands', () => {
    const ledger: MrrMovement[] = [line, line, { ...line, type: 'fx', delta: -2 }, { ...line, at: '2024-06-30' }]
    const moved = countMrrMovements(ledger, { asOf: '2024-06-20', period: june, opening: 100 })
    expect(moved).toMatchObject({ new: '10.00', fx: '-2.00', closing: '108.00', excluded: { future: 1 } })
    expect(countMrrMovements([] as MrrMovement[], { asOf, period: june, opening: 7 }).closing).toBe('7.00')
    const mixed = [line, { ...line, currency: 'USD' }]
    expect(countMrrMovements(mixed, { asOf, period: june, opening: 7 }).reason).toBe('mixed_currency')
  })

  it.each([
    [[line], { opening: 1, mode: 'net' }, 'INVALID_OPTION', 'options'],
    [[line], {}, 'INVALID_OPTION', 'options'],
    [[line], { opening: undefined }, 'INVALID_OPTION', 'options.opening'],
    [[line], { opening: -1 }, 'NEGATIVE_AMOUNT', 'options.opening'],
    [[{ ...line, delta: -1 }], { opening: 1 }, 'NEGATIVE_AMOUNT', 'movements[0].delta'],
    [[{ ...line, type: 'upsell' }], { opening: 1 }, 'INVALID_INPUT', 'movements[0].type'],
    [[], { mode: 'gross' }, 'INVALID_OPTION', 'options.mode'],
    [[], { reactivationWithinDays: -1 }, 'INVALID_OPTION', 'options.reactivationWithinDays'],
    [
      [],
      { rates: { to: 'EUR', rates: {} }, closingRates: { to: 'USD', rates: {} } },
      'INVALID_OPTION',
      'options.closingRates',
    ],
    [[], { period: { start: '2024-06-01', end: '2024-06-01' } }, 'INVALID_PERIOD', 'options.period'],
    [null, {}, 'INVALID_INPUT', 'source'],
  ])('refuses %j with %j', (records, options, code, path) => {
    const given = { asOf, period: june, ...options }
    expect(() => countMrrMovements(records as never, given as never)).toThrowError(
      expect.objectContaining({ code, details: expect.objectContaining(path === 'options' ? {} : { path }) }),
    )
  })
})

describe('measureCustomerRevenue', () => {
  it('keeps a row a currency without rates, and for one that they lack', () => {
    const records = [
      subscription('1', 'a', '2024-01-01', undefined, 10),
      { ...subscription('2', 'a', '2024-01-01', '2024-06-05', 20), currency: 'SEK' },
      { ...subscription('3', 'b', '2024-06-05', undefined, 30), currency: 'USD' },
      subscription('4', 'c', '2024-06-05', '2024-06-09', 40),
    ]
    expect(measureCustomerRevenue(records, { asOf, period: june })).toEqual([
      { customerId: 'a', start: '10.00', end: '10.00', currency: 'EUR' },
      { customerId: 'a', start: '20.00', end: '0.00', currency: 'SEK' },
      { customerId: 'b', start: '0.00', end: '30.00', currency: 'USD' },
    ])
    const rates = { to: 'EUR', rates: { USD: '0.5' } }
    expect(measureCustomerRevenue(records, { asOf, period: june, rates })).toEqual([
      { customerId: 'a', start: '10.00', end: '10.00', currency: 'EUR' },
      { customerId: 'a', start: '20.00', end: '0.00', currency: 'SEK' },
      { customerId: 'b', start: '0.00', end: '15.00', currency: 'EUR' },
    ])
  })
})
