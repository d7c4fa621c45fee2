import { describe, expect, it } from 'vitest'
import { countPurchases, measureRepeatPurchaseRate, mergeTallies, type Order, tallyPurchases } from '../../src/index.js'

const asOf = '2024-07-01'
const period = { start: '2024-04-01', end: '2024-07-01' }
const order: Order = { id: '1', customerId: 'a', placedAt: '2024-05-01', status: 'paid', total: 10, currency: 'EUR' }

describe('an order given twice', () => {
  it.each<[string, Partial<Order>]>([
    ['another currency', { currency: 'USD' }],
    ['another total', { total: 11 }],
    ['a partial refund', { refunded: 3 }],
    ['another customer', { customerId: 'b' }],
    ['another instant', { placedAt: '2024-05-02' }],
    ['another status', { status: 'open' }],
  ])('with %s is a conflict, in either order', (_name, change) => {
    const other = { ...order, ...change }
    const conflict = expect.objectContaining({
      code: 'CONFLICTING_RECORDS',
      details: expect.objectContaining({ path: 'orders[1].id' }),
    })
    expect(() => tallyPurchases([order, other], { asOf })).toThrow(conflict)
    expect(() => tallyPurchases([other, order], { asOf })).toThrow(conflict)
  })

  it.each<[string, Partial<Order>]>([
    ['the same', {}],
    ['its total as text', { total: '10.00' }],
    ['its instant in another notation', { placedAt: '2024-05-01T02:00:00+02:00' }],
    ['a refund of nothing', { refunded: '0.00' }],
  ])('with %s counts once', (_name, change) => {
    const measured = measureRepeatPurchaseRate([order, { ...order, ...change }], { asOf, period })
    expect([measured.denominator, measured.numerator, measured.excluded]).toEqual([1, 0, { duplicate: 1 }])
  })
})

describe('orders left out', () => {
  it.each<[string, Partial<Order>]>([
    ['test', { isTest: true, status: 'cancelled' }],
    ['cancelled', { status: 'cancelled' }],
    ['failed', { status: 'failed' }],
    ['refunded', { refunded: 12 }],
    ['no_customer', { customerId: '' }],
    ['future', { placedAt: '2024-07-02' }],
  ])('counts %s', (reason, change) => {
    const cell = tallyPurchases([{ ...order, ...change }], { asOf })
    expect([cell.cells, cell.excluded]).toEqual([[], { [reason]: 1 }])
  })

  it('keeps partly refunded and free orders', () => {
    const orders = [
      { ...order, refunded: 9.99 },
      { ...order, id: '2', total: 0, refunded: 0 },
    ]
    expect(tallyPurchases(orders, { asOf }).cells[0]?.rows).toHaveLength(2)
  })
})

describe('bad input', () => {
  it.each<[string, unknown, string, string]>([
    ['text', 'orders', 'INVALID_INPUT', 'orders'],
    ['a hole', [order, null], 'INVALID_INPUT', 'orders[1]'],
    ['a day that does not exist', [{ ...order, placedAt: '2024-02-30' }], 'INVALID_INSTANT', 'orders[0].placedAt'],
    ['a total with a comma', [{ ...order, total: '1,5' }], 'INVALID_AMOUNT', 'orders[0].total'],
    ['a refund that is none', [{ ...order, refunded: Number.NaN }], 'INVALID_AMOUNT', 'orders[0].refunded'],
  ])('%s is an error with its path', (_name, orders, code, path) => {
    expect(() => tallyPurchases(orders as Order[], { asOf })).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })

  it('refuses a tally of another definition', () => {
    const tally = tallyPurchases([order], { asOf, occasion: 'day' })
    expect(() => countPurchases(tally, { periods: [period], occasion: 'order' })).toThrow(
      expect.objectContaining({ code: 'TALLY_MISMATCH' }),
    )
  })
})

it('measures the merge of two parts that cut through a customer like the whole', () => {
  const orders = [order, { ...order, id: '2', placedAt: '2024-06-01' }, { ...order, id: '3', customerId: 'b' }]
  const [first, second] = [tallyPurchases(orders.slice(0, 1), { asOf }), tallyPurchases(orders.slice(1), { asOf })]
  const merged = mergeTallies(first, second)
  expect(merged).toEqual(tallyPurchases(orders, { asOf }))
  expect(measureRepeatPurchaseRate(merged, { period }).value).toBe(0.5)
})
