import { describe, expect, it } from 'vitest'
import { monthlyAmount } from '../../src/records/monthlyAmount.js'

describe('monthlyAmount', () => {
  it.each([
    ['day', '1', '30.416666666667'],
    ['week', '12', '52.00'],
    ['month', '9.99', '9.99'],
    ['quarter', '10', '3.333333333333'],
    ['year', '600', '50.00'],
    ['month', '-5', '-5.00'],
  ] as const)('turns a price a %s into one a month', (interval, amount, expected) => {
    expect(monthlyAmount({ amount, interval })).toBe(expected)
  })

  it('divides by the intervals between two charges', () => {
    expect(monthlyAmount({ amount: 30, interval: 'month', intervalCount: 6 })).toBe('5.00')
    expect(monthlyAmount({ amount: '0.1', interval: 'month', intervalCount: 3 })).toBe('0.033333333333')
  })

  it.each([
    [{ amount: 1, interval: 'fortnight' }, 'INVALID_OPTION', 'price.interval'],
    [{ amount: 1, interval: 'month', intervalCount: 0 }, 'INVALID_OPTION', 'price.intervalCount'],
    [{ amount: 1, interval: 'month', intervalCount: 1.5 }, 'INVALID_OPTION', 'price.intervalCount'],
    [{ amount: '1e3', interval: 'month' }, 'INVALID_AMOUNT', 'price.amount'],
    [null, 'INVALID_INPUT', 'price'],
  ])('refuses %j', (price, code, path) => {
    expect(() => monthlyAmount(price as never)).toThrowError(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })
})
