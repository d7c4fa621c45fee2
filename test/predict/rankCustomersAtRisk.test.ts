import { describe, expect, it } from 'vitest'
import type { PurchaseModel, SpendModel } from '../../src/predict/models/models.js'
import { rankCustomersAtRisk } from '../../src/predict/rankCustomersAtRisk.js'
import { summarisePurchaseDays } from '../../src/predict/summarisePurchaseDays.js'
import { deepFreeze } from '../laws/deepFreeze.js'
import { cdnowOrders, hasCdnow } from './cdnow.js'
import { publishedSummary } from './publishedSummary.js'

const model: PurchaseModel = deepFreeze({
  name: 'mbg-nbd',
  parameters: { r: 0.5248, alpha: 6.183, a: 0.8914, b: 1.614 },
  timeUnitDays: 7,
})
const spendModel: SpendModel = deepFreeze({
  name: 'gamma-gamma',
  parameters: { p: 6.25, q: 3.74, v: 15.44 },
  currency: null,
})

const summary = publishedSummary

describe('rankCustomersAtRisk', () => {
  it('ranks by the value that would be lost', () => {
    const list = rankCustomersAtRisk(summary, { model, spendModel })
    expect(list.rows.map(({ customerId }) => customerId)).toEqual(['6', '11', '1'])
    const [six, eleven, one] = list.rows
    expect(six).toMatchObject({
      level: 'watch',
      alarmDates: { watch: '1997-09-16', at_risk: '1997-10-22', probably_lost: '1997-12-01' },
      capped: false,
      silenceDays: 66,
      usualPurchases: expect.closeTo(2.341912, 5),
      expectedPurchases: expect.closeTo(1.229329, 5),
      purchasesAtRisk: expect.closeTo(1.112583, 5),
    })
    expect(six?.valueAtRisk?.currency).toBe('USD')
    expect(Number(six?.valueAtRisk?.amount)).toBeCloseTo(79.517414, 4)
    expect(eleven).toMatchObject({
      level: 'at_risk',
      silenceDays: 101,
      usualPurchases: expect.closeTo(1.672794, 5),
      expectedPurchases: expect.closeTo(0.681289, 5),
    })
    expect(Number(eleven?.valueAtRisk?.amount)).toBeCloseTo(29.651817, 4)
    expect(one).toMatchObject({
      level: null,
      alarmDates: { watch: '1997-10-04', at_risk: '1998-01-31', probably_lost: '1998-08-05' },
      capped: true,
      silenceDays: 59,
    })
    expect(Number(one?.valueAtRisk?.amount)).toBeCloseTo(4.740976, 4)
    expect(list).toMatchObject({
      method: 'mbg-nbd',
      excluded: { frequency_below_minimum: 2 },
      totals: { customers: 3, levels: { watch: 1, at_risk: 1, probably_lost: 0 } },
      definition: { asOf: '1997-09-30', horizonDays: 91, minimumFrequency: 2, capDays: 182, limit: 100 },
    })
    expect(Number(list.totals.valueAtRisk?.amount)).toBeCloseTo(79.517414 + 29.651817 + 4.740976, 3)
  })

  it('ranks by purchases without a model of values, and cuts rows but no totals', () => {
    const list = rankCustomersAtRisk(summary, { model, limit: 1 })
    expect(list.rows.map(({ customerId, valueAtRisk }) => [customerId, valueAtRisk])).toEqual([['6', null]])
    expect(list.totals).toMatchObject({ customers: 3, valueAtRisk: null })
    const severe = rankCustomersAtRisk(summary, { model, minimumLevel: 'at_risk' })
    expect(severe.rows.map(({ customerId }) => customerId)).toEqual(['11'])
    expect(severe.totals.customers).toBe(3)
  })

  it('multiplies the margin, and names no currency that nobody named', () => {
    const unnamed = { ...summary, currency: null }
    const [whole] = rankCustomersAtRisk(unnamed, { model, spendModel }).rows
    const [half] = rankCustomersAtRisk(unnamed, { model, spendModel, grossMargin: '0.5' }).rows
    expect(half?.valueAtRisk?.currency).toBe('XXX')
    expect(Number(half?.valueAtRisk?.amount) * 2).toBeCloseTo(Number(whole?.valueAtRisk?.amount), 9)
  })

  it('gives nobody without a purchase an alarm', () => {
    const { rows, excluded } = rankCustomersAtRisk(summary, { model, minimumFrequency: 8 })
    expect([rows, excluded]).toEqual([[], { frequency_below_minimum: 5 }])
  })

  it('measures the silence by the own rhythm without a model', () => {
    const rhythmic = { ...summary, medianGapDays: [106.5, null, 29, 20, 12] }
    const list = rankCustomersAtRisk(rhythmic, { model: null })
    expect(list.rows).toMatchObject([
      { customerId: '6', level: null, alarmDates: { at_risk: '1997-10-07', watch: null } },
      { customerId: '11', level: 'at_risk', expectedPurchases: null, valueAtRisk: null },
    ])
    expect(list).toMatchObject({ method: 'own_rhythm', definition: { model: null, rhythmFactor: 2.5 } })
    expect(list.totals).toMatchObject({ purchasesAtRisk: 0, valueAtRisk: null })
    const edge = { ...summary, medianGapDays: [0, null, 26.4, 20, 12] }
    expect(rankCustomersAtRisk(edge, { model: null }).rows[0]?.level).toBeNull()
    expect(rankCustomersAtRisk({ ...edge, medianGapDays: [0, null, 26, 20, 12] }, { model: null }).rows[0]?.level).toBe(
      'at_risk',
    )
  })

  it.each([
    [{ model: undefined }, 'INVALID_MODEL', 'options.model'],
    [{ model: null }, 'INVALID_OPTION', 'options.model'],
    [{ spendModel: { name: 'normal' } }, 'INVALID_MODEL', 'options.spendModel.name'],
    [{ spendModel: { ...spendModel, currency: 'EUR' } }, 'INVALID_MODEL', 'options.spendModel.currency'],
    [{ grossMargin: -0.1 }, 'INVALID_OPTION', 'options.grossMargin'],
    [{ horizonDays: -1 }, 'INVALID_OPTION', 'options.horizonDays'],
    [{ minimumFrequency: 0 }, 'INVALID_OPTION', 'options.minimumFrequency'],
    [{ levels: { lost: 0.1 } }, 'INVALID_OPTION', 'options.levels'],
    [{ levels: { watch: 1 } }, 'INVALID_OPTION', 'options.levels.watch'],
    [{ levels: { watch: 0.4 } }, 'INVALID_OPTION', 'options.levels'],
    [{ capDays: 1.5 }, 'INVALID_OPTION', 'options.capDays'],
    [{ minimumLevel: 'lost' }, 'INVALID_OPTION', 'options.minimumLevel'],
    [{ limit: 0 }, 'INVALID_OPTION', 'options.limit'],
    [{ rhythmFactor: 0 }, 'INVALID_OPTION', 'options.rhythmFactor'],
    [{ asOf: '1997-09-30' }, 'INVALID_OPTION', 'options'],
  ])('refuses %j', (change, code, path) => {
    expect(() => rankCustomersAtRisk(summary, { model, ...change } as never)).toThrowError(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })

  it('refuses what is no summary', () => {
    for (const bad of [null, [], { frequency: [1] }]) {
      expect(() => rankCustomersAtRisk(bad as never, { model })).toThrowError(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      )
    }
    expect(() => rankCustomersAtRisk({ ...summary, customerId: ['1'] }, { model })).toThrowError(
      expect.objectContaining({ code: 'INVALID_HISTORY' }),
    )
  })
})

describe.skipIf(!hasCdnow)('the CDNOW sample', () => {
  it('ranks its customers by the published models', () => {
    const base = summarisePurchaseDays(hasCdnow ? cdnowOrders() : [], { asOf: '1997-09-30', zeroValue: 'count' })
    const list = rankCustomersAtRisk(base, { model, spendModel, limit: 2357 })
    const six = list.rows.find(({ customerId }) => customerId === '6')
    expect(Number(six?.valueAtRisk?.amount)).toBeCloseTo(79.517414, 4)
    expect(list.totals.customers).toBe(list.rows.length)
    const values = list.rows.map(({ valueAtRisk }) => Number(valueAtRisk?.amount))
    expect([...values].sort((a, b) => b - a)).toEqual(values)
  })
})
