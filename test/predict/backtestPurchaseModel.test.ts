import { describe, expect, it } from 'vitest'
import { backtestPurchaseModel } from '../../src/predict/backtestPurchaseModel.js'
import { rocAuc } from '../../src/predict/rocAuc.js'
import { tallyPurchaseDays } from '../../src/predict/tallyPurchaseDays.js'
import { cdnowOrders, hasCdnow } from './cdnow.js'

const orders = Array.from({ length: 240 }, (_, index) => ({
  customerId: `c${(index * 7) % 40}`,
  placedAt: new Date(Date.UTC(2024, 0, 1 + ((index * 11 + (index % 40) * 3) % 290))).toISOString().slice(0, 10),
}))
const options = { asOf: '2024-06-30', until: '2024-09-30' }

describe('rocAuc', () => {
  it.each([
    [[1, 2, 3, 4], [false, false, true, true], 1],
    [[4, 3, 2, 1], [false, false, true, true], 0],
    [[1, 1, 1, 1], [false, true, false, true], 0.5],
    [[1, 2, 2, 3], [false, true, false, true], 0.875],
    [[1, 2], [true, true], null],
    [[], [], null],
  ])('of %j against %j is %j', (scores, isEvent, area) => {
    expect(rocAuc(scores, isEvent)).toBe(area)
  })
})

describe('backtestPurchaseModel', () => {
  it('compares each model with the days that followed', () => {
    const result = backtestPurchaseModel(orders, { ...options, models: ['mbg-nbd', 'bg-nbd'] })
    expect(result.rows.map(({ model }) => model)).toEqual(['mbg-nbd', 'bg-nbd'])
    expect(result).toMatchObject({ ...options, spendFit: null, definition: { prior: 'weak', timeUnitDays: 7 } })
    for (const { fit, predicted = 0, actual, rocAuc: areas = [], capturedLoss = [] } of result.rows) {
      expect(fit.model).not.toBeNull()
      expect(predicted).toBeGreaterThan(0)
      expect(Number.isInteger(actual)).toBe(true)
      expect(areas).toHaveLength(12)
      expect(capturedLoss).toHaveLength(9)
      for (const { value } of [...areas, ...capturedLoss])
        expect(value === null || (value >= 0 && value <= 1)).toBe(true)
    }
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  it('reads a tally like the orders, and forgets the order of rows', () => {
    const { excluded, rows } = backtestPurchaseModel(orders, options)
    expect(backtestPurchaseModel(tallyPurchaseDays(orders), options)).toMatchObject({ excluded, rows })
    expect(backtestPurchaseModel([...orders].reverse(), options)).toMatchObject({ excluded, rows })
  })

  it('leaves out what comes after the holdout, and customers first seen in it', () => {
    const { excluded } = backtestPurchaseModel(
      [
        { customerId: 'a', placedAt: '2024-06-30' },
        { customerId: 'b', placedAt: '2024-07-01' },
        { customerId: 'a', placedAt: '2024-10-01' },
        { placedAt: '2024-06-30' },
      ],
      options,
    )
    expect(excluded).toEqual({ first_purchase_in_holdout: 1, future: 1, no_customer: 1 })
  })

  it('gives no figures without a model', () => {
    const { rows } = backtestPurchaseModel([], options)
    expect(rows).toEqual([{ model: 'mbg-nbd', fit: expect.objectContaining({ status: 'insufficient_data' }) }])
  })

  it.each([
    [{ asOf: '2024-06-30T00:00:00Z' }, 'options.asOf'],
    [{ until: undefined }, 'options.until'],
    [{ until: '2024-06-30' }, 'options.until'],
    [{ models: [] }, 'options.models'],
    [{ models: ['nbd'] }, 'options.models[0]'],
    [{ ownRhythm: true }, 'options'],
    [{ starts: [] }, 'options'],
  ])('refuses %j', (change, path) => {
    expect(() => backtestPurchaseModel(orders, { ...options, ...change } as never)).toThrowError(
      expect.objectContaining({ code: 'INVALID_OPTION', details: expect.objectContaining({ path }) }),
    )
  })
})

describe.skipIf(!hasCdnow)('the CDNOW sample', () => {
  it('gives the figures that were measured on it', () => {
    const result = backtestPurchaseModel(hasCdnow ? cdnowOrders() : [], {
      asOf: '1997-09-30',
      until: '1998-06-30',
      zeroValue: 'count',
      prior: 'none',
      models: ['bg-nbd', 'mbg-nbd', 'pareto-nbd'],
    })
    const rounded = (digits: number, figure: (row: (typeof result.rows)[number]) => number | undefined) =>
      result.rows.map((row) => Number(figure(row)?.toFixed(digits)))
    expect(rounded(0, ({ predicted }) => predicted)).toEqual([1653, 1577, 1666])
    expect(rounded(0, ({ actual }) => actual)).toEqual([1882, 1882, 1882])
    expect(rounded(2, ({ meanAbsoluteError }) => meanAbsoluteError)).toEqual([0.79, 0.76, 0.75])
    expect(rounded(3, ({ meanProbabilityOfNoPurchase }) => meanProbabilityOfNoPurchase).slice(0, 2)).toEqual([
      0.738, 0.76,
    ])
    expect(rounded(3, ({ brierScore }) => brierScore).slice(0, 2)).toEqual([0.161, 0.161])
    expect(rounded(3, ({ brierScoreOfConstant }) => brierScoreOfConstant)).toEqual([0.206, 0.206, 0.206])
    const areas = (score: string) =>
      rounded(
        3,
        ({ rocAuc: list }) => list?.find((area) => area.score === score && area.minimumFrequency === 0)?.value ?? 0,
      )
    expect(areas('probability_alive')).toEqual([0.316, 0.687, 0.726])
    expect(areas('days_since_last')).toEqual([0.771, 0.771, 0.771])
    const [, mbg] = result.rows
    const captured = mbg?.capturedLoss?.filter(({ order }) => order === 'value_at_risk')
    expect(captured?.map(({ value }) => Number(value?.toFixed(3)))).toEqual([0.273, 0.438, 0.552])
  })
})
