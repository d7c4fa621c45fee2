import { describe, expect, it } from 'vitest'
import { conditionalPurchaseProbability } from '../../src/predict/conditionalPurchaseProbability.js'
import { dropoutKernel } from '../../src/predict/dropoutKernel.js'
import {
  alarmDate,
  conditionalExpectedPurchases,
  daysToAlarm,
  discountedResidualPurchases,
  expectedPurchases,
  type PurchaseHistory,
  type PurchaseModel,
  probabilityAlive,
  scoreCustomers,
} from '../../src/predict/index.js'
import { purchaseProbability } from '../../src/predict/purchaseProbability.js'

const bg: PurchaseModel = {
  name: 'bg-nbd',
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  timeUnitDays: 7,
}
const mbg: PurchaseModel = {
  name: 'mbg-nbd',
  parameters: { r: 0.5248, alpha: 6.183, a: 0.8914, b: 1.614 },
  timeUnitDays: 7,
}
const pareto: PurchaseModel = {
  name: 'pareto-nbd',
  parameters: { r: 0.5534, alpha: 10.5802, s: 0.6061, beta: 11.6562 },
  timeUnitDays: 7,
}
const weeks = (frequency: number, atLast: number, age: number): PurchaseHistory => ({
  frequency,
  ageAtLastPurchaseDays: 7 * atLast,
  ageDays: 7 * age,
})

describe('the published examples', () => {
  it('expects purchases of one customer', () => {
    expect(conditionalExpectedPurchases(weeks(2, 30.43, 38.86), { model: bg, horizonDays: 273 })).toBeCloseTo(1.226, 4)
    expect(conditionalExpectedPurchases(weeks(26, 30.86, 31), { model: pareto, horizonDays: 364 })).toBeCloseTo(
      25.455,
      2,
    )
    expect(probabilityAlive(weeks(26, 30.86, 31), { model: pareto })).toBeCloseTo(0.99792, 4)
  })

  it('counts the purchases of a new customer', () => {
    expect(purchaseProbability({ model: bg, horizonDays: 14, purchases: 10 })).toBeCloseTo(1.0787e-7, 10)
    expect(purchaseProbability({ model: bg, horizonDays: 273, purchases: 0 })).toBeCloseTo(0.573786, 6)
  })

  it('discounts what is still to come', () => {
    const discount = { continuousPerDay: 0.0027 / 7 }
    expect(discountedResidualPurchases(weeks(2, 30.43, 38.86), { model: bg, discount }).value).toBeCloseTo(5.15638, 5)
    const fitted: PurchaseModel = {
      name: 'pareto-nbd',
      parameters: { r: 0.5629966, alpha: 12.559037, s: 0.4081095, beta: 10.5148048 },
      timeUnitDays: 7,
    }
    expect(discountedResidualPurchases(weeks(7, 35, 77.86), { model: fitted, discount }).value).toBeCloseTo(1.86418, 4)
  })

  it.each([
    [0.7, '1997-09-16', '1997-10-04'],
    [0.5, '1997-10-22', '1998-01-31'],
    [0.3, '1997-12-01', '1998-08-05'],
  ])('names the day on which the probability is %d', (aliveProbability, sixth, first) => {
    const capDays = aliveProbability === 0.3 ? null : 182
    const dateOf = (frequency: number, ageAtLastPurchaseDays: number, lastPurchase: string) =>
      alarmDate(
        { history: { frequency, ageAtLastPurchaseDays }, lastPurchase },
        { model: mbg, aliveProbability, capDays },
      )
    expect(dateOf(7, 206, '1997-07-26').date).toBe(sixth)
    expect(dateOf(2, 213, '1997-08-02').date).toBe(first)
  })

  it('gives the days of silence of every level', () => {
    const daysOf = (frequency: number, ageAtLastPurchaseDays: number) =>
      [0.7, 0.5, 0.3].map(
        (aliveProbability) => daysToAlarm({ frequency, ageAtLastPurchaseDays }, { model: mbg, aliveProbability }).value,
      )
    for (const [index, days] of [51.82, 87.7, 127.86].entries()) expect(daysOf(7, 206)[index]).toBeCloseTo(days, 2)
    for (const [index, days] of [62.69, 189.88, 367.8].entries()) expect(daysOf(2, 213)[index]).toBeCloseTo(days, 2)
  })
})

describe('what never comes', () => {
  const history = { frequency: 0, ageAtLastPurchaseDays: 0 }

  it('has a reason', () => {
    expect(daysToAlarm(history, { model: bg, aliveProbability: 0.5 })).toMatchObject({
      value: null,
      reason: 'unbounded',
    })
    const options = { model: bg, aliveProbability: 0.5, capDays: null }
    expect(alarmDate({ history, lastPurchase: '2024-01-01' }, options)).toEqual({
      date: null,
      silenceDays: null,
      capped: false,
      reason: 'unbounded',
    })
    expect(discountedResidualPurchases(weeks(2, 30, 39), { model: bg, discount: { annual: 0 } }).reason).toBe(
      'unbounded',
    )
  })

  it('comes with the cap', () => {
    expect(alarmDate({ history, lastPurchase: '2024-01-01' }, { model: bg, aliveProbability: 0.5 })).toEqual({
      date: '2024-07-01',
      silenceDays: 182,
      capped: true,
    })
  })
})

describe('the kernel', () => {
  // The two ways of computing it meet at a share of 0.99 in t / (alpha + t).
  it.each([
    { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
    { r: 0.01, alpha: 0.003, a: 0.003, b: 0.01 },
    { r: 20, alpha: 300, a: 1, b: 3 },
    { r: 3, alpha: 1, a: 0.5, b: 0.5 },
    { r: 0.5, alpha: 6, a: 26, b: 200 },
    { r: 1001, alpha: 40, a: 0.8, b: 1002 },
  ])('is the same by series and by trapezoids: $r, $alpha, $a, $b', (parameters) => {
    const at = (share: number) => dropoutKernel(parameters, (parameters.alpha * share) / (1 - share))
    const [below, above] = [at(0.99 - 1e-9), at(0.99 + 1e-9)]
    expect(above / below).toBeCloseTo(1, 6)
    expect(above).toBeGreaterThanOrEqual(below)
  })

  // What a fit at a boundary leaves: its forecasts must be usable.
  it.each([
    [31, 40],
    [100, 0.5],
    [1e5, 10],
    [1e5, 1e4],
    [160_000, 160_000],
  ])('agrees with a plain sum over p for a %d and b %d', (a, b) => {
    const [r, alpha, t] = [0.8, 5, 40]
    const [mean, deviation] = [a / (a + b), Math.sqrt((a * b) / ((a + b) ** 2 * (a + b + 1)))]
    const [from, to] = [Math.max(0, mean - 14 * deviation), Math.min(1, mean + 14 * deviation)]
    let [sum, total] = [0, 0]
    for (let step = 0; step < 400_000; step += 1) {
      const p = from + ((step + 0.5) / 400_000) * (to - from)
      const weight = Math.exp((a - 1) * Math.log(p / mean) + (b - 1) * Math.log((1 - p) / (1 - mean)))
      sum += (weight * (1 - (alpha / (alpha + p * t)) ** r)) / p
      total += weight
    }
    expect(dropoutKernel({ r, alpha, a, b }, t) / (sum / total)).toBeCloseTo(1, b < 1 ? 4 : 7)
  })

  it('is a mean over dropout probabilities: by hand where they are all but one number', () => {
    // a = b = 1e7: p is 1/2 to seven digits.
    const value = dropoutKernel({ r: 2, alpha: 3, a: 1e7, b: 1e7 }, 5)
    expect(value).toBeCloseTo((1 - (3 / (3 + 2.5)) ** 2) / 0.5, 5)
  })
})

describe('probabilities of a number of purchases', () => {
  it.each([bg, mbg, pareto])('$name: a list is many single ones, 0 is no purchase', (model) => {
    const history = weeks(2, 20, 39)
    const list = conditionalPurchaseProbability(history, { model, horizonDays: 91, purchases: [0, 1, 5] })
    const single = [0, 1, 5].map((purchases) =>
      conditionalPurchaseProbability(history, { model, horizonDays: 91, purchases }),
    )
    list.forEach((value, index) => {
      expect(value).toBeCloseTo(single[index] ?? Number.NaN, 12)
    })
    expect(scoreCustomers([history], { model, horizonDays: 91 }).probabilityOfNoPurchase[0]).toBeCloseTo(
      list[0] ?? 0,
      12,
    )
  })
})

describe('bad input', () => {
  const good = weeks(2, 20, 39)

  it.each([
    [{ ...good, frequency: -1 }, 'history.frequency'],
    [{ ...good, frequency: 1.5 }, 'history.frequency'],
    [{ ...good, frequency: Number.NaN }, 'history.frequency'],
    [{ ...good, ageAtLastPurchaseDays: 0 }, 'history.ageAtLastPurchaseDays'],
    [{ ...good, frequency: 0 }, 'history.ageAtLastPurchaseDays'],
    [{ ...good, ageDays: 1 }, 'history.ageDays'],
    [{ ...good, ageDays: Number.POSITIVE_INFINITY }, 'history.ageDays'],
    [null, 'history'],
  ])('names what is wrong with a history: %o', (history, path) => {
    expect(() => probabilityAlive(history as PurchaseHistory, { model: bg })).toThrow(
      expect.objectContaining({ code: 'INVALID_HISTORY', details: expect.objectContaining({ path }) }),
    )
  })

  it.each([
    [{ ...bg, name: 'nbd' }, 'options.model.name'],
    [{ ...bg, timeUnitDays: 0 }, 'options.model.timeUnitDays'],
    [{ ...bg, parameters: { ...bg.parameters, r: -1 } }, 'options.model.parameters.r'],
    [{ ...bg, parameters: { r: 1, alpha: 1, a: 1 } }, 'options.model.parameters.b'],
    [null, 'options.model'],
  ])('names what is wrong with a model: %o', (model, path) => {
    expect(() => expectedPurchases({ model: model as never, horizonDays: 7 })).toThrow(
      expect.objectContaining({ code: 'INVALID_MODEL', details: expect.objectContaining({ path }) }),
    )
  })

  it.each<[() => unknown, string]>([
    [() => expectedPurchases({ model: bg, horizonDays: -1 }), 'options.horizonDays'],
    [() => expectedPurchases({ model: bg, horizonDays: 1, more: 1 } as never), 'options'],
    [() => purchaseProbability({ model: bg, horizonDays: 1, purchases: 1.5 }), 'options.purchases'],
    [() => purchaseProbability({ model: bg, horizonDays: 1, purchases: [0, -1] }), 'options.purchases[1]'],
    [() => daysToAlarm(good, { model: bg, aliveProbability: 1 }), 'options.aliveProbability'],
    [
      () => alarmDate({ history: good, lastPurchase: '2024-01-01' }, { model: bg, aliveProbability: 0.5, capDays: -1 }),
      'options.capDays',
    ],
    [() => discountedResidualPurchases(good, { model: bg, discount: { annual: 1e-6 } }), 'options.discount.annual'],
    [() => discountedResidualPurchases(good, { model: bg, discount: {} as never }), 'options.discount'],
  ])('names what is wrong with the options: %s', (call, path) => {
    expect(call).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', details: expect.objectContaining({ path }) }),
    )
  })
})
