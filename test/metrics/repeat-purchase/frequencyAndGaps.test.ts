import { describe, expect, it } from 'vitest'
import { suggestInactivityWindow } from '../../../src/metrics/churn/suggestInactivityWindow.js'
import { measurePurchaseFrequency } from '../../../src/metrics/repeat-purchase/measurePurchaseFrequency.js'
import { measureTimeBetweenPurchases } from '../../../src/metrics/repeat-purchase/measureTimeBetweenPurchases.js'
import { purchaseFrequency } from '../../../src/metrics/repeat-purchase/purchaseFrequency.js'
import { tallyPurchases } from '../../../src/metrics/repeat-purchase/tallyPurchases.js'
import type { Order } from '../../../src/records/model.js'
import { tallyActivity } from '../../../src/records/tallyActivity.js'

function order(id: string, customerId: string, placedAt: string): Order {
  return { id, customerId, placedAt, status: 'paid', total: 10, currency: 'EUR' }
}

function refuses(call: () => unknown, code: string, path: string): void {
  expect(call).toThrowError(expect.objectContaining({ code, details: expect.objectContaining({ path }) }))
}

const orders = [
  order('1', 'a', '2024-04-01'),
  order('2', 'a', '2024-04-11T08:00:00Z'),
  order('3', 'a', '2024-04-11T09:00:00Z'),
  order('4', 'b', '2024-04-05'),
  order('5', 'b', '2024-05-05'),
]
const april = { start: '2024-04-01', end: '2024-05-01' }

describe('purchaseFrequency', () => {
  it('has the interval of a mean over buyers, else that of an event rate', () => {
    const counts = { occasions: 6, buyers: 3, occasionsSquared: 14 }
    expect(purchaseFrequency(counts).interval?.method).toBe('mean-t')
    expect(purchaseFrequency({ ...counts, occasionsSquared: undefined }).interval?.method).toBe('garwood')
    expect(purchaseFrequency({ ...counts, customers: 9 }, { per: 'customer' }).interval?.method).toBe('garwood')
    expect(purchaseFrequency({ occasions: 2, buyers: 1, occasionsSquared: 4 })).not.toHaveProperty('interval')
    expect(purchaseFrequency(counts, { interval: 'none' })).not.toHaveProperty('interval')
  })

  it('scales value and limits to the days asked for', () => {
    const [window, year] = [{}, { perDays: 364 }].map((options) =>
      purchaseFrequency({ occasions: 6, buyers: 3, occasionsSquared: 14, days: 91 }, options),
    )
    expect(year?.value).toBe(4 * (window?.value ?? 0))
    expect(year?.interval?.upper).toBeCloseTo(4 * (window?.interval?.upper ?? 0), 12)
  })

  it.each([
    [{ buyers: 1 }, {}, 'MISSING_COUNT', 'counts.occasions'],
    [{ occasions: 1, buyers: 1 }, { per: 'customer' }, 'MISSING_COUNT', 'counts.customers'],
    [{ occasions: 1, buyers: 1, days: 0 }, { perDays: 7 }, 'INVALID_COUNT', 'counts.days'],
    [{ occasions: 1, buyers: 1 }, { perDays: 0.5 }, 'INVALID_OPTION', 'options.perDays'],
    [{ occasions: 1, buyers: 1 }, { per: 'order' }, 'INVALID_OPTION', 'options.per'],
    [{ occasions: 1, buyers: 1 }, { interval: 'wilson' }, 'INVALID_OPTION', 'options.interval'],
  ])('refuses %j with %j', (counts, options, code, path) => {
    refuses(() => purchaseFrequency(counts as never, options as never), code, path)
  })
})

describe('measurePurchaseFrequency', () => {
  it('counts one period, from orders or their tally', () => {
    const options = { asOf: '2024-06-01', period: april, perDays: 30 }
    const measured = measurePurchaseFrequency(orders, options)
    expect(measured).toMatchObject({
      value: 2,
      numerator: 4,
      denominator: 2,
      definition: { per: 'buyer', perDays: 30 },
    })
    expect(measurePurchaseFrequency(tallyPurchases(orders, { asOf: '2024-06-01' }), options)).toEqual(measured)
  })

  it('divides by customers when asked, and is null while the period runs', () => {
    const options = { asOf: '2024-06-01', period: april, per: 'customer' } as const
    expect(measurePurchaseFrequency(orders, { ...options, customers: 8 }).value).toBe(0.5)
    refuses(() => measurePurchaseFrequency(orders, options), 'INVALID_OPTION', 'options.customers')
    const running = measurePurchaseFrequency(orders, { asOf: '2024-04-20', period: april })
    expect(running).toMatchObject({ value: null, reason: 'not_mature' })
  })
})

describe('measureTimeBetweenPurchases', () => {
  it('takes days, closed gaps and open ones', () => {
    const gaps = measureTimeBetweenPurchases(orders, { asOf: '2024-05-31' })
    expect(gaps).toMatchObject({ value: 30, closed: 2, open: 2, meanClosed: 20, medianClosed: 20, sampleSize: 4 })
    expect(gaps.curve.map(({ time }) => time)).toEqual([10, 30])
    expect(measureTimeBetweenPurchases([], { asOf: '2024-05-31' })).toMatchObject({ value: null, reason: 'empty_base' })
  })

  it('measures a tally like its orders, by days whatever its occasions are', () => {
    const tally = tallyPurchases(orders, { asOf: '2024-05-31', occasion: 'day' })
    expect(measureTimeBetweenPurchases(tally, {})).toEqual(measureTimeBetweenPurchases(orders, { asOf: '2024-05-31' }))
    refuses(() => measureTimeBetweenPurchases(tally, { asOf: '2024-06-01' }), 'TALLY_MISMATCH', 'options.asOf')
    refuses(
      () => measureTimeBetweenPurchases(orders, { asOf: '2024-06-01', occasion: 'day' } as never),
      'INVALID_OPTION',
      'options',
    )
  })

  it('counts local days', () => {
    const night = [order('1', 'a', '2024-04-01T22:30:00Z'), order('2', 'a', '2024-04-02T21:30:00Z')]
    const asOf = '2024-05-31'
    expect(measureTimeBetweenPurchases(night, { asOf }).closed).toBe(1)
    expect(measureTimeBetweenPurchases(night, { asOf, timeZone: 'Europe/Madrid' }).closed).toBe(0)
  })
})

describe('suggestInactivityWindow', () => {
  const events = orders.map(({ customerId = '', placedAt }) => ({ customerId, at: placedAt }))

  it('takes the quantile asked for, from events or their tally', () => {
    const options = { asOf: '2024-05-31', quantile: 0.2 }
    const window = suggestInactivityWindow(events, options)
    expect(window).toMatchObject({ value: 10, closed: 2, open: 2, definition: { quantile: 0.2 } })
    expect(suggestInactivityWindow(tallyActivity(events, { asOf: '2024-05-31' }), { quantile: 0.2 })).toEqual(window)
    expect(suggestInactivityWindow(events, { asOf: '2024-05-31' })).toMatchObject({ reason: 'insufficient_data' })
    expect(suggestInactivityWindow([], options)).toMatchObject({ value: null, reason: 'empty_base' })
  })

  it('has limits once both bands come down', () => {
    const many = Array.from({ length: 40 }, (_, index) => [
      { customerId: `c${index}`, at: '2024-01-01' },
      { customerId: `c${index}`, at: new Date(Date.UTC(2024, 0, 2 + index)) },
    ]).flat()
    const { value, interval } = suggestInactivityWindow(many, { asOf: '2024-04-01', quantile: 0.25 })
    expect(value).toBe(20)
    expect(interval?.method).toBe('log-log')
    expect(interval?.lower).toBeLessThan(20)
    expect(interval?.upper).toBeGreaterThan(20)
  })

  it.each([[0], [1], ['0.5']])('refuses the quantile %j', (quantile) => {
    refuses(() => suggestInactivityWindow([], { asOf: 0, quantile } as never), 'INVALID_OPTION', 'options.quantile')
  })
})
