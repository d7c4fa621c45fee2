import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alarmDate } from '../../src/predict/alarmDate.js'
import { conditionalExpectedPurchases } from '../../src/predict/conditionalExpectedPurchases.js'
import { conditionalPurchaseProbability } from '../../src/predict/conditionalPurchaseProbability.js'
import { daysToAlarm } from '../../src/predict/daysToAlarm.js'
import { expectedPurchases } from '../../src/predict/expectedPurchases.js'
import { fitPurchaseModel } from '../../src/predict/fitPurchaseModel.js'
import type { PurchaseModel } from '../../src/predict/index.js'
import { probabilityAlive } from '../../src/predict/probabilityAlive.js'
import { purchaseLogLikelihood } from '../../src/predict/purchaseLogLikelihood.js'
import { purchaseProbability } from '../../src/predict/purchaseProbability.js'
import { scoreCustomers } from '../../src/predict/scoreCustomers.js'
import { deepFreeze } from './deepFreeze.js'

const settings = { seed: 20261128, numRuns: 100 }
const timeUnitDays = 7
const names = ['mbg-nbd', 'bg-nbd', 'pareto-nbd'] as const

/** The model of a name with four parameters in its own order. */
function modelOf(name: (typeof names)[number], values: readonly number[], unit = timeUnitDays): PurchaseModel {
  const [r = 1, alpha = 1, c = 1, d = 1] = values
  return name === 'pareto-nbd'
    ? { name, parameters: { r, alpha, s: c, beta: d }, timeUnitDays: unit }
    : { name, parameters: { r, alpha, a: c, b: d }, timeUnitDays: unit }
}

const parameter = fc.integer({ min: -15, max: 25 }).map((tenths) => Math.exp(tenths / 10))
const model = fc
  .tuple(fc.constantFrom(...names), fc.tuple(parameter, parameter, parameter, parameter))
  .map(([name, values]) => modelOf(name, values))
const history = fc
  .record({
    frequency: fc.integer({ min: 0, max: 30 }),
    active: fc.integer({ min: 1, max: 400 }),
    silence: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ frequency, active, silence }) => {
    const ageAtLastPurchaseDays = frequency === 0 ? 0 : active
    return { frequency, ageAtLastPurchaseDays, ageDays: ageAtLastPurchaseDays + silence }
  })

/** A little more than a figure, for what rounding adds. */
const above = (value: number) => value * (1 + 1e-9) + 1e-12

describe('purchase models: still a customer', () => {
  it('is a probability that silence never raises', () => {
    fc.assert(
      fc.property(model, history, fc.integer({ min: 0, max: 300 }), (model, history, more) => {
        const now = probabilityAlive(history, { model })
        const later = probabilityAlive({ ...history, ageDays: history.ageDays + more }, { model })
        expect(now).toBeGreaterThanOrEqual(0)
        expect(now).toBeLessThanOrEqual(1)
        expect(later).toBeLessThanOrEqual(above(now))
      }),
      settings,
    )
  })

  it('is certain under BG/NBD without a repeat purchase, and less so under MBG/NBD', () => {
    const bought = { frequency: 0, ageAtLastPurchaseDays: 0, ageDays: 100 }
    expect(probabilityAlive(bought, { model: modelOf('bg-nbd', [0.24, 4.4, 0.8, 2.4]) })).toBe(1)
    expect(probabilityAlive(bought, { model: modelOf('mbg-nbd', [0.24, 4.4, 0.8, 2.4]) })).toBeLessThan(1)
  })

  it('falls to the level of the alarm on the day of the alarm', () => {
    const level = fc.integer({ min: 5, max: 95 }).map((percent) => percent / 100)
    fc.assert(
      fc.property(model, history, level, (model, history, aliveProbability) => {
        const { value } = daysToAlarm(history, { model, aliveProbability })
        // Ages beyond a century say nothing of customers.
        if (value === null || value === 0 || value > 40_000) return
        const ageDays = history.ageAtLastPurchaseDays + value
        expect(probabilityAlive({ ...history, ageDays }, { model })).toBeCloseTo(aliveProbability, 7)
        const surer = daysToAlarm(history, { model, aliveProbability: Math.min(0.99, aliveProbability + 0.04) })
        expect(surer.value ?? 0).toBeLessThanOrEqual(above(value))
      }),
      settings,
    )
  })

  it('reaches the levels in their order', () => {
    fc.assert(
      fc.property(model, history, (model, history) => {
        const dates = [0.7, 0.5, 0.3].map(
          (aliveProbability) =>
            alarmDate({ history, lastPurchase: '2024-02-29' }, { model, aliveProbability }).date ?? '9999',
        )
        expect([...dates].sort()).toEqual(dates)
      }),
      settings,
    )
  })
})

describe('purchase models: purchases to come', () => {
  it('expects nothing at once, never less in a longer time, never more than of a customer who stays', () => {
    fc.assert(
      fc.property(model, history, fc.integer({ min: 1, max: 500 }), (model, history, days) => {
        const at = (horizonDays: number) => conditionalExpectedPurchases(history, { model, horizonDays })
        const { r, alpha } = model.parameters
        const [half, whole, twice] = [at(days / 2), at(days), at(days * 2)]
        expect(at(0)).toBe(0)
        expect(whole).toBeGreaterThanOrEqual(half)
        // Concave: the second half of a time adds no more than the first, wherever the time begins.
        expect(above(2 * whole)).toBeGreaterThanOrEqual(twice)
        expect(above(2 * whole)).toBeGreaterThanOrEqual(half + at(days * 1.5))
        const rate = (r + history.frequency) / (alpha + history.ageDays / timeUnitDays)
        const most = probabilityAlive(history, { model }) * rate * (days / timeUnitDays)
        expect(whole).toBeLessThanOrEqual(above(most))
      }),
      settings,
    )
  })

  it('finds no purchase less likely the longer the time, at least as likely as being gone', () => {
    fc.assert(
      fc.property(model, history, fc.integer({ min: 1, max: 500 }), (model, history, days) => {
        const none = (horizonDays: number) =>
          conditionalPurchaseProbability(history, { model, horizonDays, purchases: 0 })
        expect(none(days * 2)).toBeLessThanOrEqual(above(none(days)))
        expect(above(none(days))).toBeGreaterThanOrEqual(1 - probabilityAlive(history, { model }))
      }),
      settings,
    )
  })

  const counts = Array.from({ length: 400 }, (_, count) => count)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const mean = (values: readonly number[]) => sum(values.map((value, count) => value * count))

  it.each(names)('%s shares one among the counts, whose mean is the expectation', (name) => {
    const model = modelOf(name, [0.6, 9, 0.8, 4])
    const horizonDays = 182
    const fresh = purchaseProbability({ model, horizonDays, purchases: counts })
    expect(Math.min(...fresh)).toBeGreaterThanOrEqual(0)
    expect(sum(fresh)).toBeCloseTo(1, 9)
    expect(mean(fresh)).toBeCloseTo(expectedPurchases({ model, horizonDays }), 8)
    const history = { frequency: 4, ageAtLastPurchaseDays: 150, ageDays: 230 }
    const known = conditionalPurchaseProbability(history, { model, horizonDays, purchases: counts })
    expect(Math.min(...known)).toBeGreaterThanOrEqual(0)
    expect(sum(known)).toBeCloseTo(1, 9)
    expect(mean(known)).toBeCloseTo(conditionalExpectedPurchases(history, { model, horizonDays }), 8)
  })

  const shopper = { frequency: 3, ageAtLastPurchaseDays: 120, ageDays: 200 }
  const horizonDays = 91
  const seams: [string, (typeof names)[number], (step: number) => number[]][] = [
    ['a = 1', 'bg-nbd', (step) => [0.6, 9, 1 + step, 4]],
    ['a = 1', 'mbg-nbd', (step) => [0.6, 9, 1 + step, 4]],
    ['a + b = 1', 'bg-nbd', (step) => [0.6, 9, 0.4 + step, 0.6]],
    ['a + b = 1', 'mbg-nbd', (step) => [0.6, 9, 0.4 + step, 0.6]],
    ['s = 1', 'pareto-nbd', (step) => [0.6, 9, 1 + step, 4]],
  ]
  it.each(seams)('has no seam at %s (%s)', (_, name, values) => {
    for (const of of [
      (model: PurchaseModel) => expectedPurchases({ model, horizonDays }),
      (model: PurchaseModel) => conditionalExpectedPurchases(shopper, { model, horizonDays }),
    ]) {
      const at = of(modelOf(name, values(0)))
      for (const step of [1e-7, -1e-7]) expect(of(modelOf(name, values(step))) / at).toBeCloseTo(1, 6)
    }
  })

  it.each(names)('%s stays finite with a thousand purchases', (name) => {
    const model = modelOf(name, [0.24, 4.4, 0.8, 2.4], 1)
    const often = { frequency: 1000, ageAtLastPurchaseDays: 1990, ageDays: 2000 }
    for (const value of [
      probabilityAlive(often, { model }),
      conditionalExpectedPurchases(often, { model, horizonDays: 365 }),
      conditionalPurchaseProbability(often, { model, horizonDays: 365, purchases: 150 }),
      purchaseLogLikelihood([often], { model }).logLikelihood,
    ])
      expect(Number.isFinite(value)).toBe(true)
  })
})

const rows = fc.array(history, { minLength: 1, maxLength: 8 })

describe('purchase models: likelihood and fit', () => {
  it('slopes as its differences say', () => {
    fc.assert(
      fc.property(model, rows, (model, rows) => {
        const { gradient = {} } = purchaseLogLikelihood(rows, { model, gradient: true })
        const values: number[] = Object.values(model.parameters)
        for (const [index, slope] of Object.values(gradient).entries()) {
          const at = (step: number) => {
            const moved = values.map((value, place) => (place === index ? value * Math.exp(step) : value))
            return purchaseLogLikelihood(rows, { model: modelOf(model.name, moved) }).logLikelihood
          }
          const difference = (at(1e-4) - at(-1e-4)) / 2e-4
          expect(Math.abs(slope - difference)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)))
        }
      }),
      settings,
    )
  })

  it('is the sum of those of the customers one by one, however many there are', () => {
    const ages = Array.from({ length: 12 }, (_, index) => index + 1)
    const spans = ages.flatMap((ageDays) => ages.filter((tx) => tx <= ageDays).map((tx) => ({ tx, ageDays })))
    fc.assert(
      fc.property(model, fc.integer({ min: 1, max: 60 }), (model, frequency) => {
        // So many patterns of one frequency that there are more of them than times.
        const dense = spans.flatMap(({ tx, ageDays }) => [
          { frequency, ageAtLastPurchaseDays: tx, ageDays, customers: 1 + ((tx * ageDays) % 3) },
          { frequency: 0, ageAtLastPurchaseDays: 0, ageDays, customers: 1 },
        ])
        const whole = purchaseLogLikelihood(dense, { model, gradient: true })
        const alone = dense.map((row) => purchaseLogLikelihood([row], { model, gradient: true }))
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
        const near = (value: number, parts: number[]) => {
          const size = sum(parts.map(Math.abs))
          expect(Math.abs(value - sum(parts))).toBeLessThan(1e-11 * Math.max(1, size))
        }
        near(
          whole.logLikelihood,
          alone.map(({ logLikelihood }) => logLikelihood),
        )
        for (const [name, slope] of Object.entries(whole.gradient ?? {})) {
          near(
            slope,
            alone.map(({ gradient }) => (gradient as Record<string, number> | undefined)?.[name] ?? Number.NaN),
          )
        }
      }),
      { ...settings, numRuns: 60 },
    )
  })

  it('knows the unit of time by a constant alone', () => {
    fc.assert(
      fc.property(model, rows, (model, rows) => {
        const { r, alpha } = model.parameters
        const doubled =
          model.name === 'pareto-nbd'
            ? modelOf(model.name, [r, alpha / 2, model.parameters.s, model.parameters.beta / 2], 14)
            : modelOf(model.name, [r, alpha / 2, model.parameters.a, model.parameters.b], 14)
        const purchases = rows.reduce((total, { frequency }) => total + frequency, 0)
        const [one, two] = [model, doubled].map((model) => purchaseLogLikelihood(rows, { model }).logLikelihood)
        expect((two ?? 0) - (one ?? 0)).toBeCloseTo(purchases * Math.LN2, 6)
        const [first = rows[0]] = rows
        if (first === undefined) return
        const [week, fortnight] = [model, doubled].map((model) =>
          conditionalExpectedPurchases(first, { model, horizonDays: 91 }),
        )
        expect(fortnight).toBeCloseTo(week ?? 0, 8)
      }),
      settings,
    )
  })

  const base = Array.from({ length: 60 }, (_, index) => {
    const frequency = index % 4 === 0 ? 0 : index % 5
    const ageAtLastPurchaseDays = frequency === 0 ? 0 : 20 + ((index * 37) % 150)
    return { frequency, ageAtLastPurchaseDays, ageDays: 180 + (index % 40) }
  })

  it.each(names)('%s fits the same in any order, with weights for rows, on frozen input', (name) => {
    const fit = fitPurchaseModel(deepFreeze(base), { model: name })
    expect(fit.model).not.toBeNull()
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit)
    expect(fitPurchaseModel([...base].reverse(), { model: name })).toEqual(fit)
    const twice = fitPurchaseModel([...base, ...base], { model: name })
    expect(
      fitPurchaseModel(
        base.map((row) => ({ ...row, customers: 2 })),
        { model: name },
      ),
    ).toEqual(twice)
  })

  it.each(names)('%s is no worse than its starts and than buying without end', (name) => {
    const values = [1, 10, 1, 10]
    const start = modelOf(name, values)
    const fit = fitPurchaseModel(base, { model: name, prior: 'none' })
    if (fit.model === null) throw new Error('no model')
    const { logLikelihood, diagnostics } = fit
    expect(logLikelihood).toBeGreaterThanOrEqual(purchaseLogLikelihood(base, { model: start }).logLikelihood)
    expect(logLikelihood).toBeGreaterThanOrEqual((diagnostics.nbdLogLikelihood ?? 0) - 1e-6)
  })

  const idle = { frequency: 0, ageAtLastPurchaseDays: 0 }
  const repeater = { frequency: 2, ageAtLastPurchaseDays: 10, ageDays: 20 }
  const lacking: [string, (typeof repeater)[]][] = [
    ['no_customers', []],
    ['one_customer', [repeater]],
    [
      'no_repeat_purchases',
      [
        { ...idle, ageDays: 9 },
        { ...idle, ageDays: 20 },
      ],
    ],
    [
      'no_observation_time',
      [
        { ...idle, ageDays: 0 },
        { ...idle, ageDays: 0 },
      ],
    ],
  ]
  it.each(lacking)('says %s where the base cannot answer', (reason, rows) => {
    const fit = fitPurchaseModel(rows)
    expect(fit).toMatchObject({ status: 'insufficient_data', model: null, reason })
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit)
  })

  it('scores a base as its customers one by one', () => {
    fc.assert(
      fc.property(model, rows, (model, rows) => {
        const scores = scoreCustomers(deepFreeze(rows), { model, horizonDays: 91 })
        expect(scores.expectedPurchases).toEqual(
          rows.map((row) => conditionalExpectedPurchases(row, { model, horizonDays: 91 })),
        )
        expect(scores.probabilityAlive).toEqual(rows.map((row) => probabilityAlive(row, { model })))
        expect(JSON.parse(JSON.stringify(scores))).toEqual(scores)
      }),
      settings,
    )
  })
})
