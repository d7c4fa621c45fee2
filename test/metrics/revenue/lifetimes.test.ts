import { describe, expect, it } from 'vitest'
import { acquisitionPayback } from '../../../src/metrics/revenue/acquisitionPayback.js'
import { expectedLifetime } from '../../../src/metrics/revenue/expectedLifetime.js'
import { lifetimeValue } from '../../../src/metrics/revenue/lifetimeValue.js'
import { restrictedMeanLifetime } from '../../../src/metrics/revenue/restrictedMeanLifetime.js'

function refuses(call: () => unknown, code: string, path: string): void {
  expect(call).toThrowError(expect.objectContaining({ code, details: expect.objectContaining({ path }) }))
}

describe('expectedLifetime', () => {
  it('is capped in value, and then without an interval', () => {
    const capped = expectedLifetime({ opening: 100, lost: 1 }, { cap: 60 })
    expect(capped).toMatchObject({ value: 60, definition: { caveats: ['capped'], cap: 60 } })
    expect(capped).not.toHaveProperty('interval')
    expect(expectedLifetime({ opening: 100, lost: 10 }, { cap: 60 })).toMatchObject({
      value: 10,
      definition: { caveats: [] },
    })
  })

  it('has an interval from counts alone, unless it is switched off', () => {
    expect(expectedLifetime({ opening: 10, lost: 10 }).interval).toMatchObject({ lower: 1, method: 'wilson-inverse' })
    expect(expectedLifetime({ churn: 0.1 })).not.toHaveProperty('interval')
    expect(expectedLifetime({ opening: 10, lost: 1 }, { interval: 'none' })).not.toHaveProperty('interval')
  })

  it.each([
    [{ churn: 1.1 }, {}, 'RATE_OUT_OF_RANGE', 'churn.churn'],
    [{ churn: 0.1, opening: 3 }, {}, 'INVALID_INPUT', 'churn'],
    [{ opening: 3 }, {}, 'MISSING_COUNT', 'churn.lost'],
    [{ opening: 3, lost: 4 }, {}, 'COUNT_EXCEEDS_BASE', 'churn.lost'],
    [{ opening: 3, lost: 0.5 }, {}, 'INVALID_COUNT', 'churn.lost'],
    [{ churn: 0.1 }, { cap: 0 }, 'INVALID_OPTION', 'options.cap'],
    [{ churn: 0.1 }, { horizon: 1 }, 'INVALID_OPTION', 'options'],
  ])('refuses %j with %j', (churn, options, code, path) => {
    refuses(() => expectedLifetime(churn, options as never), code, path)
  })
})

describe('restrictedMeanLifetime', () => {
  const customers = [
    { time: 1, event: true },
    { time: 2, event: true },
  ]

  it('reaches beyond the last time once nobody is left', () => {
    expect(restrictedMeanLifetime(customers, { horizon: 50 }).value).toBe(1.5)
    const staying = [...customers, { time: 2, event: false }]
    expect(restrictedMeanLifetime(staying, { horizon: 2 }).value).toBeCloseTo(5 / 3, 14)
    expect(restrictedMeanLifetime(staying, { horizon: 2.5 })).toMatchObject({
      value: null,
      reason: 'insufficient_data',
    })
  })

  it('takes late entries, and leaves out those that end before they enter', () => {
    const late = [...customers, { time: 2, event: false, entry: 2 }]
    expect(restrictedMeanLifetime(late, { horizon: 2 })).toMatchObject({
      sampleSize: 2,
      excluded: { entry_after_time: 1 },
    })
    expect(restrictedMeanLifetime([], { horizon: 2 })).toMatchObject({ value: null, reason: 'empty_base' })
    expect(restrictedMeanLifetime(new Set(customers), { horizon: 2 }).value).toBe(1.5)
  })

  it('refuses a horizon that is none', () => {
    refuses(() => restrictedMeanLifetime(customers, {} as never), 'INVALID_OPTION', 'options.horizon')
    refuses(() => restrictedMeanLifetime(customers, { horizon: 0 }), 'INVALID_OPTION', 'options.horizon')
    refuses(
      () => restrictedMeanLifetime([{ time: -1, event: true }], { horizon: 1 }),
      'INVALID_NUMBER',
      'observations[0].time',
    )
    refuses(() => restrictedMeanLifetime(null as never, { horizon: 1 }), 'INVALID_INPUT', 'observations')
  })
})

describe('lifetimeValue', () => {
  const data = { revenuePerAccount: '50', grossMargin: '0.8', currency: 'EUR' }

  it('stays finite without churn when money is discounted', () => {
    expect(lifetimeValue({ ...data, churn: 0 }, { discountRate: 0.01 }).value).toBe(4040)
    const counted = lifetimeValue({ ...data, opening: 50, lost: 0 }, { discountRate: 0.01 })
    expect(counted.interval?.upper).toBe(4040)
    expect(lifetimeValue({ ...data, opening: 0, lost: 0 })).toMatchObject({ value: null, reason: 'empty_base' })
  })

  it('orders the limits of a negative margin', () => {
    const { interval, value, definition } = lifetimeValue({ ...data, grossMargin: -0.1, opening: 100, lost: 5 })
    expect(definition.caveats).toEqual(['negative_margin'])
    expect(interval?.lower).toBeLessThan(value ?? 0)
    expect(interval?.upper).toBeGreaterThan(value ?? 0)
  })

  it('sums under an observed curve, in whatever order its points come', () => {
    const survival = [
      { time: 2, survival: 0.8 },
      { time: 1, survival: 0.9 },
    ]
    const options = { method: 'observed', horizon: 3, survival } as const
    expect(lifetimeValue(data as never, options).value).toBe(108)
    expect(lifetimeValue(data as never, { ...options, firstPayment: 'excluded' }).value).toBe(68)
    expect(lifetimeValue(data as never, { ...options, discountRate: 1 }).value).toBe(66)
  })

  it.each([
    [{ ...data, grossMargin: 1.1, churn: 0.1 }, {}, 'RATE_OUT_OF_RANGE', 'data.grossMargin'],
    [{ ...data, grossMargin: undefined, churn: 0.1 }, {}, 'INVALID_OPTION', 'data.grossMargin'],
    [{ ...data, revenuePerAccount: -1, churn: 0.1 }, {}, 'NEGATIVE_AMOUNT', 'data.revenuePerAccount'],
    [{ ...data, currency: undefined, churn: 0.1 }, {}, 'INVALID_INPUT', 'data.currency'],
    [data, {}, 'MISSING_COUNT', 'data.opening'],
    [{ ...data, churn: 0.1 }, { discountRate: -0.1 }, 'RATE_OUT_OF_RANGE', 'options.discountRate'],
    [{ ...data, churn: 0.1 }, { method: 'model' }, 'INVALID_OPTION', 'options.method'],
    [data, { method: 'observed', survival: [] }, 'INVALID_OPTION', 'options.horizon'],
    [data, { method: 'observed', horizon: 1 }, 'INVALID_OPTION', 'options.survival'],
    [
      data,
      { method: 'observed', horizon: 1, survival: [{ time: 1, survival: 2 }] },
      'RATE_OUT_OF_RANGE',
      'options.survival[0].survival',
    ],
  ])('refuses %j with %j', (input, options, code, path) => {
    refuses(() => lifetimeValue(input as never, options as never), code, path)
  })
})

describe('acquisitionPayback', () => {
  const data = { revenuePerNewAccount: 50, grossMargin: 0.8, periods: [{ spend: 100, newCustomers: 1 }] }

  it('sets spend against the customers whom it brings', () => {
    const periods = [
      { spend: 400, newCustomers: 1 },
      { spend: 400, newCustomers: 2 },
      { spend: 9000, newCustomers: 2 },
    ]
    expect(acquisitionPayback({ ...data, periods }, { lagPeriods: 1 })).toMatchObject({ value: 5, sampleSize: 4 })
    expect(acquisitionPayback(data, { lagPeriods: 1 })).toMatchObject({ value: null, reason: 'insufficient_data' })
    expect(acquisitionPayback({ ...data, grossMargin: -0.5 })).toMatchObject({ value: null, reason: 'unbounded' })
  })

  it.each([
    [{ ...data, periods: [{ spend: -1, newCustomers: 1 }] }, {}, 'NEGATIVE_AMOUNT', 'data.periods[0].spend'],
    [{ ...data, periods: [{ spend: 1, newCustomers: -1 }] }, {}, 'INVALID_COUNT', 'data.periods[0].newCustomers'],
    [{ ...data, periods: {} }, {}, 'INVALID_INPUT', 'data.periods'],
    [{ ...data, grossMargin: undefined }, {}, 'INVALID_OPTION', 'data.grossMargin'],
    [data, { lag: 1 }, 'INVALID_OPTION', 'options'],
  ])('refuses %j with %j', (input, options, code, path) => {
    refuses(() => acquisitionPayback(input as never, options as never), code, path)
  })
})
