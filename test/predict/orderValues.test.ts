import { describe, expect, it } from 'vitest'
import { customerLifetimeValue } from '../../src/predict/customerLifetimeValue.js'
import { expectedOrderValue } from '../../src/predict/expectedOrderValue.js'
import { fitSpendModel } from '../../src/predict/fitSpendModel.js'
import type { PurchaseModel, SpendModel } from '../../src/predict/models/models.js'
import { spendLogLikelihood } from '../../src/predict/spendLogLikelihood.js'
import { spendObjective } from '../../src/predict/spendObjective.js'
import { summarisePurchaseDays } from '../../src/predict/summarisePurchaseDays.js'
import { deepFreeze } from '../laws/deepFreeze.js'
import { cdnowOrders, hasCdnow } from './cdnow.js'

const spend = (p: number, q: number, v: number): SpendModel =>
  deepFreeze({ name: 'gamma-gamma', parameters: { p, q, v }, currency: 'USD' })
const cdnow = spend(6.25, 3.74, 15.44)
const bg: PurchaseModel = deepFreeze({
  name: 'bg-nbd',
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  timeUnitDays: 7,
})
const history = (frequency: number, monetaryValue: number) => ({
  frequency,
  monetaryValue,
  ageAtLastPurchaseDays: frequency === 0 ? 0 : 100,
  ageDays: 200,
})

function refuses(call: () => unknown, code: string, path: string) {
  expect(call).toThrowError(expect.objectContaining({ code, details: expect.objectContaining({ path }) }))
}

describe('expectedOrderValue', () => {
  it('lies between the own mean and that of all', () => {
    expect(expectedOrderValue({ frequency: 2, monetaryValue: 22.35 }, { spendModel: cdnow })).toEqual({
      metric: 'expected-order-value',
      value: expect.closeTo(24.663713910761157, 12),
      unit: 'money',
      sampleSize: 2,
      definition: { spendModel: cdnow },
    })
    expect(expectedOrderValue({ frequency: 0 }, { spendModel: cdnow }).value).toBeCloseTo(35.21897810218978, 12)
    expect(expectedOrderValue({ frequency: 3, monetaryValue: -5 }, { spendModel: cdnow }).value).toBeCloseTo(35.219, 3)
  })

  it('has no mean over all for q of 1 and below, and is never negative', () => {
    const heavy = spend(0.2, 0.5, 10)
    expect(expectedOrderValue({ frequency: 0 }, { spendModel: heavy })).toMatchObject({
      value: null,
      reason: 'unbounded',
    })
    expect(expectedOrderValue({ frequency: 2, monetaryValue: 5 }, { spendModel: heavy }).value).toBeNull()
    expect(expectedOrderValue({ frequency: 3, monetaryValue: 5 }, { spendModel: heavy }).value).toBeCloseTo(50, 10)
    expect(expectedOrderValue({ frequency: 0 }, { spendModel: spend(2, 1, 3) }).value).toBeNull()
  })

  it.each([
    [{ frequency: 1.5, monetaryValue: 1 }, 'INVALID_HISTORY', 'history.frequency'],
    [{ frequency: 1 }, 'INVALID_HISTORY', 'history.monetaryValue'],
    [{ frequency: 1, monetaryValue: Number.NaN }, 'INVALID_HISTORY', 'history.monetaryValue'],
    [null, 'INVALID_HISTORY', 'history'],
  ])('refuses the history %j', (bad, code, path) => {
    refuses(() => expectedOrderValue(bad as never, { spendModel: cdnow }), code, path)
  })

  it.each([
    [{ spendModel: null }, 'INVALID_MODEL', 'options.spendModel'],
    [{ spendModel: { ...cdnow, parameters: { p: 1, q: 1 } } }, 'INVALID_MODEL', 'options.spendModel.parameters.v'],
    [{ spendModel: { ...cdnow, currency: 1 } }, 'INVALID_MODEL', 'options.spendModel.currency'],
    [{ spendModel: cdnow, model: bg }, 'INVALID_OPTION', 'options'],
  ])('refuses the options %j', (options, code, path) => {
    refuses(() => expectedOrderValue({ frequency: 0 }, options as never), code, path)
  })
})

describe('customerLifetimeValue', () => {
  const options = { model: bg, spendModel: cdnow, grossMargin: '0.5', periodDays: 30.415, discountPerPeriod: 0.01 }

  it('discounts the margin of the purchases to come', () => {
    const known = { frequency: 2, ageAtLastPurchaseDays: 213.01, ageDays: 272.02, monetaryValue: 22.35 }
    const value = customerLifetimeValue(known, options)
    expect(value.value).toBeCloseTo(36.289211125599216 / 2, 9)
    expect(value.definition).toMatchObject({ grossMargin: 0.5, periods: 12, periodDays: 30.415 })
    const newcomer = { frequency: 0, ageAtLastPurchaseDays: 0, ageDays: 272.02 }
    expect(customerLifetimeValue(newcomer, { ...options, grossMargin: 1 }).value).toBeCloseTo(8.36900435892046, 9)
  })

  it('has no value without one of an order, and says where the margin is negative', () => {
    const heavy = { ...options, spendModel: spend(2, 0.9, 10) }
    expect(customerLifetimeValue(history(0, 0), heavy)).toMatchObject({ value: null, reason: 'unbounded' })
    const loss = customerLifetimeValue(history(2, 20), { ...options, grossMargin: -0.1 })
    expect(loss.value).toBeLessThan(0)
    expect(loss.definition.caveats).toEqual(['negative_margin'])
  })

  it.each([
    [{ grossMargin: undefined }, 'INVALID_OPTION', 'options.grossMargin'],
    [{ grossMargin: 1.1 }, 'INVALID_OPTION', 'options.grossMargin'],
    [{ periods: 0 }, 'INVALID_OPTION', 'options.periods'],
    [{ periodDays: 0 }, 'INVALID_OPTION', 'options.periodDays'],
    [{ discountPerPeriod: -1 }, 'INVALID_OPTION', 'options.discountPerPeriod'],
    [{ discountPerPeriod: undefined }, 'INVALID_OPTION', 'options.discountPerPeriod'],
    [{ model: null }, 'INVALID_MODEL', 'options.model'],
    [{ margin: 1 }, 'INVALID_OPTION', 'options'],
  ])('refuses %j', (change, code, path) => {
    refuses(() => customerLifetimeValue(history(1, 5), { ...options, ...change } as never), code, path)
  })
})

describe('fitSpendModel', () => {
  const rows = [12, 15, 31, 8, 22, 19, 40, 11].map((value, row) => history(1 + (row % 3), value))

  it('leaves out and counts what says nothing, and does not depend on the order of rows', () => {
    const fit = fitSpendModel(deepFreeze([history(0, 0), ...rows, history(2, -3)]))
    expect(fit).toMatchObject({
      status: 'boundary',
      diagnostics: { customers: 8, excluded: { no_positive_value: 1, no_repeat_purchase: 1 }, prior: 'none' },
    })
    expect(fitSpendModel([...rows].reverse())).toEqual(fitSpendModel(rows))
    expect(fit.diagnostics.warnings).toEqual(['few_customers', 'parameter_at_boundary'])
  })

  it('counts a weight like repeated rows', () => {
    const [first, ...rest] = rows
    const weighted = fitSpendModel([{ ...(first ?? history(1, 1)), customers: 3 }, ...rest])
    expect(weighted).toEqual(fitSpendModel([first, first, ...rows].flatMap((row) => row ?? [])))
  })

  it('ends at a boundary where all values are equal', () => {
    expect(fitSpendModel([1, 2, 3, 4].map((x) => history(x, 20)))).toMatchObject({
      status: 'boundary',
      diagnostics: { correlation: null, warnings: ['few_customers', 'parameter_at_boundary'] },
    })
  })

  it('says what its data lack', () => {
    expect(fitSpendModel([])).toMatchObject({ status: 'insufficient_data', reason: 'no_customers', model: null })
    expect(fitSpendModel([history(0, 0)])).toMatchObject({ reason: 'no_customers' })
    expect(fitSpendModel([history(3, 10)])).toMatchObject({ reason: 'one_customer' })
    const bare = summarisePurchaseDays([{ customerId: 'c', placedAt: '2024-01-01' }], { asOf: '2024-02-01' })
    expect(fitSpendModel(bare)).toMatchObject({ status: 'insufficient_data', reason: 'no_customers' })
  })

  it('refuses the first bad row and other options', () => {
    refuses(() => fitSpendModel([history(1, 1), history(1, Number.NaN)]), 'INVALID_HISTORY', 'data[1].monetaryValue')
    refuses(() => fitSpendModel([{ ...history(1, 1), customers: 0 }]), 'INVALID_HISTORY', 'data[0].customers')
    refuses(() => fitSpendModel({} as never), 'INVALID_INPUT', 'data.frequency')
    refuses(() => fitSpendModel(rows, { prior: 'weak' } as never), 'INVALID_OPTION', 'options')
    refuses(() => fitSpendModel(rows, { maximumIterations: 0.5 }), 'INVALID_OPTION', 'options.maximumIterations')
  })

  it('climbs by slopes that are those of the likelihood', () => {
    const objective = spendObjective(rows.map((row) => ({ ...row, value: row.monetaryValue, customers: 1 })))
    const point = [1.2, 0.9, 2.5]
    const { value, gradient } = objective(point)
    const [p = 0, q = 0, v = 0] = point.map(Math.exp)
    expect(value * rows.length).toBeCloseTo(spendLogLikelihood(rows, { spendModel: spend(p, q, v) }).logLikelihood, 10)
    gradient.forEach((slope, index) => {
      const moved = (step: number) => objective(point.map((at, other) => (other === index ? at + step : at))).value
      expect(slope).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 7)
    })
  })
})

describe.skipIf(!hasCdnow)('the CDNOW sample', () => {
  it('gives the published model', () => {
    const rows = hasCdnow ? cdnowOrders() : []
    const fit = fitSpendModel(summarisePurchaseDays(rows, { asOf: '1997-09-30', zeroValue: 'count' }))
    expect(fit.model?.parameters.p).toBeCloseTo(6.2496, 3)
    expect(fit.model?.parameters.q).toBeCloseTo(3.7442, 3)
    expect(fit.model?.parameters.v).toBeCloseTo(15.4435, 3)
    expect(fit.diagnostics.customers).toBe(946)
    expect(fit.status === 'converged' && fit.logLikelihood).toBeCloseTo(-4055.9177, 4)
  })
})
