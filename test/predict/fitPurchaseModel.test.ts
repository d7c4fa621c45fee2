import { describe, expect, it } from 'vitest'
import { fitPurchaseModel, type PurchaseHistory, summarisePurchaseDays } from '../../src/predict/index.js'
import { cdnowOrders, hasCdnow } from './cdnow.js'

const once: PurchaseHistory = { frequency: 0, ageAtLastPurchaseDays: 0, ageDays: 272, customers: 60 }
const faithful: PurchaseHistory = { frequency: 6, ageAtLastPurchaseDays: 240, ageDays: 272, customers: 25 }
const gone: PurchaseHistory = { frequency: 3, ageAtLastPurchaseDays: 60, ageDays: 272, customers: 15 }

describe('data that cannot answer', () => {
  it.each<[PurchaseHistory[], string]>([
    [[], 'no_customers'],
    [[{ ...faithful, customers: 1 }], 'one_customer'],
    [[once], 'no_repeat_purchases'],
    [[{ ...once, ageDays: 0 }], 'no_observation_time'],
  ])('%o: %s', (data, reason) => {
    for (const model of ['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const) {
      const fit = fitPurchaseModel(data, { model })
      expect(fit).toMatchObject({ status: 'insufficient_data', model: null, reason })
      expect(JSON.parse(JSON.stringify(fit))).toEqual(fit)
    }
  })
})

describe('without priors', () => {
  it('does not tell a dropout where nobody drops out', () => {
    // Everybody has just bought.
    const steady = [2, 3, 4, 5, 6, 8].map((frequency) => ({
      frequency,
      ageAtLastPurchaseDays: 360,
      ageDays: 361,
      customers: 40,
    }))
    const fit = fitPurchaseModel(steady, { prior: 'none' })
    expect(fit.status).toBe('boundary')
    expect(fit.diagnostics.warnings).toContain('dropout_not_identified')
    expect(fitPurchaseModel(steady).model).not.toBeNull()
  })

  it('says when the steps did not do', () => {
    const fit = fitPurchaseModel([once, faithful, gone], { prior: 'none', maximumIterations: 1 })
    expect(fit).toMatchObject({ status: 'not_converged', model: null })
  })
})

it.each([
  [{ model: 'nbd' }, 'options.model'],
  [{ prior: 'strong' }, 'options.prior'],
  [{ timeUnitDays: 0 }, 'options.timeUnitDays'],
  [{ maximumIterations: 0 }, 'options.maximumIterations'],
  [{ starts: [] }, 'options.starts'],
  [{ starts: [{ r: 1, alpha: 1, a: 1 }] }, 'options.starts[0].b'],
  [{ starts: [{ r: 1, alpha: 1, a: 1, b: 1, s: 1 }] }, 'options.starts[0]'],
  [{ more: 1 }, 'options'],
])('refuses %o', (options, path) => {
  expect(() => fitPurchaseModel([once, faithful], options as never)).toThrow(
    expect.objectContaining({ code: 'INVALID_OPTION', details: expect.objectContaining({ path }) }),
  )
})

it.each<[unknown, string, string]>([
  [[once, { ...gone, frequency: -1 }], 'INVALID_HISTORY', 'data[1].frequency'],
  [[{ ...once, customers: 0 }], 'INVALID_HISTORY', 'data[0].customers'],
  [{ frequency: [1], ageAtLastPurchaseDays: [], ageDays: [] }, 'INVALID_HISTORY', 'data.ageAtLastPurchaseDays'],
  [null, 'INVALID_INPUT', 'data'],
])('names the first row that cannot be: %o', (data, code, path) => {
  expect(() => fitPurchaseModel(data as never)).toThrow(
    expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
  )
})

describe.skipIf(!hasCdnow)('the CDNOW sample (skipped without ../shared/data)', () => {
  const summary = () => summarisePurchaseDays(cdnowOrders(), { asOf: '1997-09-30', zeroValue: 'count' })

  it('is found from far away too', () => {
    const far = { r: Math.exp(4), alpha: Math.exp(4), a: Math.exp(4), b: Math.exp(4) }
    const fit = fitPurchaseModel(summary(), { model: 'bg-nbd', prior: 'none', starts: [far] })
    expect(fit).toMatchObject({ status: 'converged' })
    expect(fit.status === 'converged' && fit.logLikelihood).toBeCloseTo(-9582.4292, 4)
    expect(fit.diagnostics.nbdLogLikelihood).toBeCloseTo(-9763.66, 2)
  })

  it('is hardly moved by the priors', () => {
    const [with_, without] = (['weak', 'none'] as const).map((prior) => fitPurchaseModel(summary(), { prior }))
    const values = [with_, without].map((fit) => Object.values<number>({ ...fit?.model?.parameters }))
    values[0]?.forEach((value, index) => {
      expect(Math.abs(value / (values[1]?.[index] ?? 0) - 1)).toBeLessThan(0.006)
    })
  })
})
