import { describe, expect, it } from 'vitest'
import { averageRevenuePerAccount } from '../../../src/metrics/revenue/averageRevenuePerAccount.js'
import { compoundRetention } from '../../../src/metrics/revenue/compoundRetention.js'
import { grossRevenueChurn } from '../../../src/metrics/revenue/grossRevenueChurn.js'
import { grossRevenueRetention } from '../../../src/metrics/revenue/grossRevenueRetention.js'
import { measureAverageRevenuePerAccount } from '../../../src/metrics/revenue/measureAverageRevenuePerAccount.js'
import type { MrrMovements } from '../../../src/metrics/revenue/model.js'
import { netRevenueChurn } from '../../../src/metrics/revenue/netRevenueChurn.js'
import { netRevenueRetention } from '../../../src/metrics/revenue/netRevenueRetention.js'
import { quickRatio } from '../../../src/metrics/revenue/quickRatio.js'

const movements: MrrMovements = {
  kind: 'mrr-movements',
  currency: 'EUR',
  opening: '100.00',
  new: '7.00',
  reactivation: '3.00',
  expansion: '10.00',
  contraction: '5.00',
  churn: '15.00',
  fx: '0.00',
  closing: '100.00',
}
const mixed = { kind: 'mrr-movements', currency: null, reason: 'mixed_currency' } as unknown as MrrMovements
const figures = { netRevenueRetention, grossRevenueRetention, netRevenueChurn, grossRevenueChurn }

describe('retention and churn of revenue', () => {
  it('reads movements', () => {
    expect(netRevenueRetention(movements).value).toBe(0.9)
    expect(netRevenueRetention(movements, { includeReactivation: true }).value).toBe(0.93)
    expect(grossRevenueRetention(movements).value).toBe(0.8)
    expect(netRevenueChurn(movements).value).toBe(0.1)
    expect(grossRevenueChurn(movements)).toMatchObject({ value: 0.2, numerator: 20, denominator: 100, sampleSize: 0 })
    expect(netRevenueRetention(movements)).not.toHaveProperty('interval')
  })

  it('mirrors the limits of churn', () => {
    const rows = [
      { customerId: 'a', start: 100, end: 90 },
      { customerId: 'b', start: 50, end: 60 },
      { customerId: 'c', start: 80, end: 70 },
    ]
    for (const [kept, lost] of [
      [netRevenueRetention(rows), netRevenueChurn(rows)],
      [grossRevenueRetention(rows), grossRevenueChurn(rows)],
    ] as const) {
      expect(lost.value).toBeCloseTo(1 - (kept.value ?? 0), 14)
      expect(lost.interval?.lower).toBeCloseTo(1 - (kept.interval?.upper ?? 0), 14)
      expect(lost.interval?.upper).toBeCloseTo(1 - (kept.interval?.lower ?? 0), 14)
    }
  })

  it.each(Object.entries(figures))('%s has no value without a base, and over two currencies', (_name, figure) => {
    expect(figure([])).toMatchObject({ value: null, reason: 'empty_base', numerator: 0, denominator: 0 })
    expect(figure(mixed)).toMatchObject({ value: null, reason: 'mixed_currency' })
    const noBase = { ...movements, opening: '0', contraction: '0', churn: '5' }
    expect(figure(noBase)).toMatchObject({ value: null, reason: 'zero_denominator' })
  })

  it.each([
    [[{ customerId: 'a', start: -1, end: 0 }], {}, 'NEGATIVE_AMOUNT', 'source[0].start'],
    [[{ customerId: 'a', start: 1, end: 'x' }], {}, 'INVALID_AMOUNT', 'source[0].end'],
    [[{ customerId: 1, start: 1, end: 1 }], {}, 'INVALID_INPUT', 'source[0].customerId'],
    [{ ...movements, churn: '-1' }, {}, 'NEGATIVE_AMOUNT', 'movements.churn'],
    [{ ...movements, churn: undefined }, {}, 'INVALID_AMOUNT', 'movements.churn'],
    [[], { level: 0 }, 'INVALID_OPTION', 'options.level'],
    [[], { interval: 'wilson' }, 'INVALID_OPTION', 'options.interval'],
    [[], { includeReactivation: 1 }, 'INVALID_OPTION', 'options.includeReactivation'],
  ])('refuses %j with %j', (source, options, code, path) => {
    expect(() => netRevenueRetention(source as never, options as never)).toThrowError(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })
})

describe('compoundRetention', () => {
  it('is a product', () => {
    expect(compoundRetention([0.1, 0.2]).value).toBe(0.02)
    expect(compoundRetention([])).toMatchObject({ value: null, reason: 'empty_base', sampleSize: 0 })
  })

  it.each([[-0.1], [Number.NaN], [Number.POSITIVE_INFINITY], ['0.5']])('refuses %j', (retention) => {
    expect(() => compoundRetention([1, retention as number])).toThrowError(
      expect.objectContaining({
        code: 'RATE_OUT_OF_RANGE',
        details: expect.objectContaining({ path: 'retentions[1]' }),
      }),
    )
  })
})

describe('quickRatio', () => {
  it('divides gains by losses', () => {
    expect(quickRatio(movements)).toMatchObject({ value: 1, numerator: 20, denominator: 20 })
    expect(quickRatio(movements, { includeReactivation: false }).value).toBe(0.85)
    expect(quickRatio(mixed)).toMatchObject({ value: null, reason: 'mixed_currency' })
  })
})

describe('average revenue per account', () => {
  const plan = { startedAt: '2024-01-01', currency: 'EUR' }
  const subscriptions = [
    { ...plan, id: '1', customerId: 'a', mrr: 10 },
    { ...plan, id: '2', customerId: 'b', mrr: 20 },
    { ...plan, id: '3', customerId: 'c', mrr: 60, startedAt: '2024-06-05' },
    { ...plan, id: '4', customerId: 'd', mrr: 0 },
  ]
  const june = { start: '2024-06-01', end: '2024-07-01' }

  it('measures one end of a period, or both', () => {
    const options = { asOf: '2024-07-01', period: june }
    const closing = measureAverageRevenuePerAccount(subscriptions, options)
    expect(closing).toMatchObject({ value: 30, median: { amount: '20.00' }, excluded: { not_paying: 1 } })
    const opening = measureAverageRevenuePerAccount(subscriptions, { ...options, at: 'opening' })
    expect(opening).toMatchObject({ value: 15, median: { amount: '15.00' } })
    const both = measureAverageRevenuePerAccount(subscriptions, { ...options, at: 'average' })
    expect(both).toMatchObject({ value: 24, numerator: 120, denominator: 5 })
    expect(both).not.toHaveProperty('median')
    expect(both).not.toHaveProperty('interval')
  })

  it('is null for a running period, unless it is cut', () => {
    const running = { asOf: '2024-06-10', period: june }
    const measured = measureAverageRevenuePerAccount(subscriptions, running)
    expect(measured).toMatchObject({ value: null, reason: 'not_mature' })
    expect(measured).not.toHaveProperty('amount')
    expect(measureAverageRevenuePerAccount(subscriptions, { ...running, partial: true })).toMatchObject({
      value: 30,
      definition: { caveats: ['partial_period'] },
    })
  })

  it('has no value over two currencies', () => {
    const mixed = [...subscriptions, { ...plan, id: '5', customerId: 'e', mrr: 5, currency: 'USD' }]
    const measured = measureAverageRevenuePerAccount(mixed, { asOf: '2024-07-01' })
    expect(measured).toMatchObject({ value: null, reason: 'mixed_currency' })
    expect(measured).not.toHaveProperty('numerator')
  })

  it.each([
    [{ total: -1, accounts: 1, currency: 'EUR' }, 'NEGATIVE_AMOUNT', 'totals.total'],
    [{ total: 1, accounts: 1.5, currency: 'EUR' }, 'INVALID_COUNT', 'totals.accounts'],
    [{ total: 1, accounts: 1 }, 'INVALID_INPUT', 'totals.currency'],
  ])('refuses %j', (totals, code, path) => {
    expect(() => averageRevenuePerAccount(totals as never)).toThrowError(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
    const noAccounts = { total: 1, accounts: 0, currency: 'EUR' }
    expect(averageRevenuePerAccount(noAccounts)).toMatchObject({ value: null, reason: 'zero_denominator' })
  })
})
