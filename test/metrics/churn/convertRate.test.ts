import { describe, expect, it } from 'vitest'
import { convertRate } from '../../../src/metrics/churn/convertRate.js'

describe('convertRate', () => {
  it.each([
    [0.05, 'month', 'year', 1 - 0.95 ** 12],
    [0.03, 'month', 'quarter', 0.087327],
    [0.2, 'year', 'month', 0.018423470126248325],
    [0.01, 'day', 'week', 1 - 0.99 ** 7],
    [0.5, { days: 14 }, { days: 7 }, 1 - Math.SQRT1_2],
  ] as const)('compounds %d from %j to %j', (rate, from, to, expected) => {
    expect(convertRate(rate, { from, to })).toBeCloseTo(expected, 14)
  })

  it('keeps the bounds and its own unit', () => {
    expect(convertRate(0, { from: 'month', to: 'year' })).toBe(0)
    expect(convertRate(1, { from: 'month', to: 'day' })).toBe(1)
    expect(convertRate(0.07, { from: 'week', to: 'week' })).toBeCloseTo(0.07, 15)
  })

  it('goes there and back', () => {
    const yearly = convertRate(1e-12, { from: 'month', to: 'year' })
    expect(convertRate(yearly, { from: 'year', to: 'month' })).toBeCloseTo(1e-12, 26)
  })

  it.each([
    [-0.01, { from: 'month', to: 'year' }, 'RATE_OUT_OF_RANGE', 'rate'],
    [1.01, { from: 'month', to: 'year' }, 'RATE_OUT_OF_RANGE', 'rate'],
    [Number.NaN, { from: 'month', to: 'year' }, 'RATE_OUT_OF_RANGE', 'rate'],
    [0.1, { from: 'month' }, 'INVALID_OPTION', 'options.to'],
    [0.1, { from: 'fortnight', to: 'year' }, 'INVALID_OPTION', 'options.from'],
    [0.1, { from: { days: 0 }, to: 'year' }, 'INVALID_OPTION', 'options.from.days'],
    [0.1, { from: { day: 1 }, to: 'year' }, 'INVALID_OPTION', 'options.from'],
    [0.1, { from: 'month', to: 'year', per: 1 }, 'INVALID_OPTION', 'options'],
  ])('refuses %d with %j', (rate, options, code, path) => {
    expect(() => convertRate(rate, options as never)).toThrowError(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })
})
