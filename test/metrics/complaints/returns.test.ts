import { describe, expect, it } from 'vitest'
import {
  countReturns,
  measureReturnRate,
  mergeTallies,
  type Order,
  type Return,
  returnRate,
  tallyReturns,
} from '../../../src/index.js'

const asOf = '2024-07-10'
const may = { start: '2024-05-01', end: '2024-06-01' }
const order: Order = {
  id: '1',
  placedAt: '2024-05-02T10:00:00Z',
  status: 'paid',
  total: '40.00',
  currency: 'EUR',
  lines: [
    { quantity: 3, amount: '30.00' },
    { quantity: 1, amount: '10.00' },
  ],
}
const back: Return = { id: 'r', orderId: '1', createdAt: '2024-05-20', quantity: 1, amount: '10.00' }

function thrown(code: string, path: string) {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

function rate(orders: Order[], returns: Return[], options: object = {}) {
  return measureReturnRate({ orders, returns }, { asOf, period: may, ...options })
}

describe('the return rate', () => {
  it('counts a return at the end of the window, not after it', () => {
    expect(rate([order], [{ ...back, createdAt: '2024-06-01T10:00:00Z' }]).value).toBe(0.25)
    expect(rate([order], [{ ...back, createdAt: '2024-06-01T10:00:01Z' }]).value).toBe(0)
  })

  it('is pending in units until the window is over, returned or not', () => {
    expect(rate([order], [back], { asOf: '2024-06-01T09:59:59Z' })).toMatchObject({
      value: null,
      reason: 'not_mature',
      pending: 4,
    })
    expect(rate([order], [back], { asOf: '2024-06-01T10:00:00Z' }).value).toBe(0.25)
  })

  it('counts the same per period', () => {
    const counts = (at: string, createdAt = '2024-06-01T10:00:00Z') =>
      countReturns({ orders: [order], returns: [{ ...back, createdAt }] }, { asOf: at, periods: [may] }).cells[0]
        ?.counts
    expect(counts('2024-06-01T10:00:00Z')).toEqual({ returned: 1, sold: 4, pending: 0 })
    expect(counts('2024-06-01T09:59:59Z')).toEqual({ returned: 0, sold: 0, pending: 4 })
    expect(counts(asOf, '2024-06-01T10:00:01Z')).toEqual({ returned: 0, sold: 4, pending: 0 })
  })

  it('leaves out orders that sold nothing, and returns of none', () => {
    const orders: Order[] = [
      order,
      { ...order, id: '2', status: 'cancelled' },
      { ...order, id: '3', status: 'failed' },
      { ...order, id: '4', isTest: true },
      { ...order, id: '5', lines: [] },
      { ...order, id: '6', refunded: '40.00' },
      { ...order, id: '7', placedAt: '2024-07-11' },
      order,
    ]
    const returns = [back, { ...back, id: 's', orderId: '2' }]
    expect(rate(orders, returns)).toMatchObject({
      numerator: 1,
      denominator: 8,
      excluded: { cancelled: 1, duplicate: 1, failed: 1, no_lines: 1, test: 1, unknown_order: 1 },
    })
    expect(rate(orders, returns, { include: ['cancelled', 'test'] })).toMatchObject({ numerator: 2, denominator: 16 })
  })

  it('by value is exact, without an interval, of orders and returns with amounts', () => {
    const returns = [
      { ...back, amount: '0.10' },
      { ...back, id: 's', amount: 0.2 },
    ]
    const measured = rate([order], returns, { weight: 'value' })
    expect([measured.value, measured.numerator, measured.interval]).toEqual([0.0075, 0.3, undefined])
    expect(measured.sampleSize).toBe(4)
    const lacking = [
      { ...back, amount: undefined },
      { ...back, id: 's', amount: '4.00' },
    ]
    expect(rate([order], lacking, { weight: 'value' })).toMatchObject({ value: 0.1, excluded: { missing_amount: 1 } })
    expect(rate([{ ...order, lines: [{ quantity: 1 }] }], [], { weight: 'value' })).toMatchObject({
      value: null,
      reason: 'empty_base',
      excluded: { missing_amount: 1 },
    })
  })

  it('of several currencies has no value, but units', () => {
    const orders = [order, { ...order, id: '2', currency: 'USD' }]
    expect(rate(orders, [back], { weight: 'value' })).toMatchObject({ value: null, reason: 'mixed_currency' })
    expect(rate(orders, [back]).value).toBe(0.125)
  })

  it('by cash flow divides the returns of the period by its sales', () => {
    const earlier = { ...order, id: '2', placedAt: '2024-04-02' }
    const returns = [back, { ...back, id: 's', orderId: '2' }, { ...back, id: 't', orderId: 'z' }]
    expect(rate([order, earlier], returns, { method: 'cashflow' })).toMatchObject({
      numerator: 3,
      denominator: 4,
      interval: { method: 'garwood' },
      definition: { caveats: ['not_a_probability'] },
    })
    expect(rate([order, earlier], returns, { method: 'cashflow', weight: 'value' }).value).toBe(0.75)
    expect(rate([order], [], { method: 'cashflow', asOf: '2024-05-20' })).toMatchObject({ reason: 'not_mature' })
  })

  it('of merged tallies joins an order to its returns', () => {
    const records = { orders: [order, { ...order, id: '2' }], returns: [back] }
    const merged = mergeTallies(
      tallyReturns({ orders: records.orders, returns: [] }, { asOf }),
      tallyReturns({ orders: [], returns: [back] }, { asOf }),
    )
    expect(measureReturnRate(merged, { period: may })).toEqual(measureReturnRate(records, { asOf, period: may }))
    expect(countReturns(merged, { periods: [may] }).cells).toEqual(
      countReturns(records, { asOf, periods: [may] }).cells,
    )
    expect(() => countReturns(merged, { periods: [may], include: ['test'] })).toThrow(
      thrown('TALLY_MISMATCH', 'options.include'),
    )
  })

  it.each([
    [{ quantity: 5 }, 'COUNT_EXCEEDS_BASE', 'returns'],
    [{ quantity: 0.5 }, 'INVALID_COUNT', 'returns[0].quantity'],
    [{ amount: '1,5' }, 'INVALID_AMOUNT', 'returns[0].amount'],
    [{ orderId: undefined }, 'INVALID_INPUT', 'returns[0].orderId'],
    [{ createdAt: '2024-05-20T10:00' }, 'INVALID_INSTANT', 'returns[0].createdAt'],
  ])('of a return with %o is %s', (change, code, path) => {
    expect(() => rate([order], [{ ...back, ...change } as never])).toThrow(thrown(code, path))
  })

  it.each([
    [{ lines: [{ quantity: -1 }] }, 'INVALID_COUNT', 'orders[0].lines[0].quantity'],
    [{ lines: [{ quantity: 1, amount: 'x' }] }, 'INVALID_AMOUNT', 'orders[0].lines[0].amount'],
  ])('of an order with %o is %s', (change, code, path) => {
    expect(() => rate([{ ...order, ...change } as never], [])).toThrow(thrown(code, path))
  })

  it.each([
    [{ windowDays: 0 }, 'options.windowDays'],
    [{ method: 'accrual' }, 'options.method'],
    [{ weight: 'mass' }, 'options.weight'],
    [{ include: ['refunded'] }, 'options.include[0]'],
    [{ include: 'test' }, 'options.include'],
    [{ interval: 'garwood' }, 'options.interval'],
    [{ weight: 'value', interval: 'wilson' }, 'options.interval'],
    [{ method: 'cashflow', interval: 'wilson' }, 'options.interval'],
    [{ lookback: 1 }, 'options'],
  ])('with %o is an invalid option', (change, path) => {
    expect(() => rate([order], [], change)).toThrow(thrown('INVALID_OPTION', path))
  })

  it('never exceeds its base', () => {
    expect(() => returnRate({ returned: 2, sold: 1 })).toThrow(thrown('COUNT_EXCEEDS_BASE', 'counts'))
  })
})
