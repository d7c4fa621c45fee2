import { describe, expect, it } from 'vitest'
import { type MapStripeSubscriptionOptions, mapStripeSubscription } from '../../src/records/index.js'

const month = { interval: 'month', interval_count: 1 }
const price = { unit_amount: 1000, currency: 'eur', recurring: month }
const row = {
  id: 's1',
  customer: { id: 'c1' },
  status: 'active',
  currency: 'eur',
  start_date: 1_700_000_000,
  items: [{ price }],
}

function run(members: object, options: MapStripeSubscriptionOptions = {}): unknown {
  const result = mapStripeSubscription({ ...row, ...members }, options)
  if (result.status === 'ok') return result.record
  if (result.status === 'skipped') return result.reason
  return result.issues.map(({ column, field, rule, received }) => `${column} ${field} ${rule} ${received}`)
}

function mrr(items: unknown, discounts?: unknown, options: MapStripeSubscriptionOptions = {}): unknown {
  const result = run({ items, ...(discounts === undefined ? {} : { discounts }) }, options)
  return Array.isArray(result) ? result.join() : (result as { mrr: unknown }).mrr
}

describe('mrr', () => {
  const of = (members: object): object => ({ price: { ...price, ...members } })
  const every = (interval: string, interval_count = 1): object => of({ recurring: { interval, interval_count } })
  it.each<[string, unknown, unknown]>([
    ['a quarter', [every('month', 3)], '3.333333333333'],
    ['three thirds, rounded once', [every('month', 3), every('month', 3), every('month', 3)], '10.00'],
    ['a week', [every('week')], '43.333333333333'],
    ['cents with a fraction', [of({ unit_amount: null, unit_amount_decimal: '0.5' })], '0.005'],
    ['a quantity', [{ quantity: 3, price }], '30.00'],
    ['a quantity of none', [{ quantity: 0, price }], '0.00'],
    ['no item', [], '0.00'],
    ['an object of items', { data: [{ price }] }, '10.00'],
    ['text of a warehouse', [of({ unit_amount: '1000' })], '10.00'],
    ['no items', null, 'items mrr missing null'],
    ['no list of items', { data: 1 }, 'items mrr unknown_value object'],
    ['an item that is none', [1], 'items mrr unknown_value number'],
    [
      'a price that is an id',
      [{ price: 'p1' }],
      'items.price.unit_amount mrr missing absent,items.price.recurring.interval mrr missing absent',
    ],
    ['a negative price', [of({ unit_amount: -1 })], 'items.price.unit_amount mrr invalid_amount number'],
    ['an unknown interval', [every('fortnight')], 'items.price.recurring.interval mrr unknown_value text of 9'],
    ['no interval count', [every('month', 0)], 'items.price.recurring.interval_count mrr invalid_number number'],
    ['a long interval', [every('day', 36_601)], 'items.price.recurring.interval_count mrr invalid_number number'],
    ['a wrong quantity', [{ quantity: -1, price }], 'items.quantity mrr invalid_number number'],
    ['too much', [{ quantity: 1e12, price: { ...price, unit_amount: 1e14 } }], 'items mrr invalid_amount array'],
    ['another currency', [of({ currency: 'usd' })], 'items.price.currency currency invalid_currency text of 3'],
  ])('reads %s', (_name, items, expected) => {
    expect(mrr(items)).toBe(expected)
  })

  it('counts metered items only when asked, and then by their quantity', () => {
    const metered = { price: { ...price, recurring: { ...month, usage_type: 'metered' } } }
    expect(mrr([{ price }, metered])).toBe('10.00')
    expect(mrr([{ price }, metered], undefined, { includeMetered: true })).toBe('items.quantity mrr missing absent')
    expect(mrr([{ price }, { ...metered, quantity: 2 }], undefined, { includeMetered: true })).toBe('30.00')
  })

  const forever = { duration: 'forever' }
  it.each<[string, unknown, unknown]>([
    [
      'per cent, then an amount',
      [{ coupon: { ...forever, percent_off: 50 } }, { coupon: { ...forever, amount_off: 100 } }],
      '4.00',
    ],
    [
      'an amount, then per cent',
      [{ coupon: { ...forever, amount_off: 100 } }, { coupon: { ...forever, percent_off: 50 } }],
      '4.50',
    ],
    ['everything', [{ coupon: { ...forever, percent_off: 100 } }], '0.00'],
    ['more than there is', [{ coupon: { ...forever, amount_off: 1001 } }], '0.00'],
    ['one that is no list', { coupon: { ...forever, percent_off: '12.5' } }, '8.75'],
    ['no discounts', [], '10.00'],
    ['a finite one', [{ coupon: { duration: 'repeating', percent_off: 50 } }], '10.00'],
    [
      'more than all',
      [{ coupon: { ...forever, percent_off: 101 } }],
      'discounts.coupon.percent_off mrr invalid_number number',
    ],
    ['nothing', [{ coupon: forever }], 'discounts.coupon.amount_off mrr missing absent'],
    ['no duration', [{ coupon: { percent_off: 5 } }], 'discounts.coupon.duration mrr missing absent'],
    [
      'an unknown duration',
      [{ coupon: { duration: 'x', percent_off: 5 } }],
      'discounts.coupon.duration mrr unknown_value text of 1',
    ],
    ['no coupon', [{}], 'discounts.coupon mrr missing absent'],
    [
      'another currency',
      [{ coupon: { ...forever, amount_off: 1, currency: 'usd' } }],
      'discounts.coupon.currency currency invalid_currency text of 3',
    ],
    ['a number', [5], 'discounts mrr unknown_value number'],
  ])('deducts %s', (_name, discounts, expected) => {
    expect(mrr([{ price }], discounts)).toBe(expected)
  })

  it('takes per cent off items of different intervals', () => {
    const items = [every('month'), every('year')]
    expect(mrr(items, [{ coupon: { ...forever, percent_off: 50 } }])).toBe('5.416666666667')
  })
})

describe('currency', () => {
  it('comes from the row, its prices, or the caller', () => {
    expect(run({ currency: null })).toHaveProperty('currency', 'EUR')
    expect(run({ currency: null, items: [] }, { currency: 'gbp' })).toHaveProperty('currency', 'GBP')
    expect(run({ currency: null, items: [] })).toEqual(['currency currency missing null'])
  })
})

describe('time', () => {
  it('takes the trial that opens the subscription for one, and needs an end', () => {
    const trial = { trial_end: 1_700_100_000 }
    expect(run({ ...trial, status: 'trialing' })).toHaveProperty('isTrial', true)
    expect(run(trial)).toHaveProperty('startedAt', 1_700_100_000_000)
    expect(run({ ...trial, status: 'canceled', ended_at: 1_700_100_000 })).toBe('never_active')
    expect(run({ ...trial, status: 'canceled', ended_at: 1_700_100_001 })).toMatchObject({ endReason: 'unknown' })
    expect(run({ status: 'canceled' })).toEqual(['ended_at endedAt missing absent'])
  })

  it('asks the caller since when', () => {
    const since = { s1: new Date(0), s2: 1 }
    expect(run({ status: 'unpaid' }, { pastDueSince: since })).toHaveProperty(
      'pastDueSince',
      '1970-01-01T00:00:00.000Z',
    )
    expect(run({ status: 'unpaid' })).not.toHaveProperty('pastDueSince')
    expect(run({ status: 'paused' })).toEqual([' pauses missing absent'])
    expect(run({ id: 's2', status: 'paused' }, { pausedSince: since })).toHaveProperty('pauses', [{ start: 1 }])
    expect(run({ id: 'toString', status: 'paused' }, { pausedSince: {} })).toEqual([' pauses missing absent'])
    expect(run({ status: '' })).toEqual(['status status missing text of 0'])
  })
})

describe('options', () => {
  it.each<[object, string]>([
    [{ temporaryDiscounts: 'keep' }, 'options.temporaryDiscounts'],
    [{ includeMetered: 1 }, 'options.includeMetered'],
    [{ laterTrials: 'ignore' }, 'options.laterTrials'],
    [{ minorUnitDecimals: { EUR: 5 } }, 'options.minorUnitDecimals'],
    [{ minorUnitDecimals: { EURO: 2 } }, 'options.minorUnitDecimals'],
    [{ minorUnitDecimals: [] }, 'options.minorUnitDecimals'],
    [{ pastDueSince: { s1: 'soon' } }, 'options.pastDueSince'],
    [{ pausedSince: 'x' }, 'options.pausedSince'],
  ])('refuses %j', (options, path) => {
    expect(() => mapStripeSubscription(row, options)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', details: expect.objectContaining({ path }) }),
    )
  })

  it('replaces decimals by currency, whatever its case', () => {
    expect(mrr([{ price }], undefined, { minorUnitDecimals: { eur: 0 } })).toBe('1000.00')
  })
})
