import { describe, expect, it } from 'vitest'
import { tallyRevenue } from '../../../src/metrics/revenue/tallyRevenue.js'
import type { Order } from '../../../src/records/model.js'
import { mergeTallies } from '../../../src/tally/mergeTallies.js'

const order = { placedAt: '2024-06-05', status: 'paid', currency: 'EUR' } as const
const june = { start: '2024-06-01', end: '2024-07-01' }
const options = { asOf: '2024-07-01', periods: [june, { start: '2024-06-01', end: '2024-06-10' }] }
const orders: Order[] = [
  { ...order, id: '1', total: 10, customerId: 'a' },
  { ...order, id: '2', total: '5.50', refunded: '1.25' },
  { ...order, id: '3', total: 7, status: 'cancelled' },
  { ...order, id: '4', total: '0.005', placedAt: '2024-06-20' },
  { ...order, id: '5', total: '0.005', placedAt: '2024-06-21' },
  { ...order, id: '6', total: 3, currency: 'USD' },
  { ...order, id: '7', total: 3, placedAt: '2024-07-01' },
]

describe('tallyRevenue', () => {
  it('adds exactly, by period and currency, guests included', () => {
    const { kind, cells, excluded } = tallyRevenue(orders, options)
    expect(kind).toBe('revenue')
    expect(cells.map(({ end, key, counts, amounts }) => [end, key, counts?.['orders'], amounts?.['net']])).toEqual([
      ['2024-06-10', 'EUR', 2, '14.25'],
      ['2024-06-10', 'USD', 1, '3.00'],
      ['2024-07-01', 'EUR', 4, '14.260'],
      ['2024-07-01', 'USD', 1, '3.00'],
    ])
    expect(excluded).toEqual({ cancelled: 1 })
    const included = tallyRevenue(orders, { ...options, include: ['cancelled'] })
    expect(included.cells[0]?.amounts).toEqual({ gross: '22.50', refunded: '1.25', net: '21.25' })
  })

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('merges over the split at %i', (cut) => {
    const parts = [orders.slice(0, cut), orders.slice(cut)].map((part) => tallyRevenue([...part].reverse(), options))
    expect(mergeTallies(parts[0] as never, parts[1] as never)).toEqual(tallyRevenue(orders, options))
  })

  it('splits by segment and cuts at the instant of knowledge', () => {
    const segmentBy = ({ customerId }: Order) => (customerId === undefined ? 'guest' : 'known')
    const { cells, excluded } = tallyRevenue(orders, { periods: [june], asOf: '2024-06-20', segmentBy })
    expect(cells.map(({ segment, amounts }) => [segment, amounts?.['gross']])).toEqual([
      ['guest', '5.50'],
      ['guest', '3.00'],
      ['known', '10.00'],
    ])
    expect(excluded).toEqual({ cancelled: 1, future: 2 })
  })

  it('needs a currency', () => {
    const { currency: _currency, ...bare } = orders[0] as Order
    expect(() => tallyRevenue([bare as Order], options)).toThrowError(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        details: expect.objectContaining({ path: 'orders[0].currency' }),
      }),
    )
  })

  it.each([
    [{ periods: undefined }, 'INVALID_PERIOD', 'options.periods'],
    [{ include: ['all'] }, 'INVALID_OPTION', 'options.include[0]'],
    [{ occasion: 'day' }, 'INVALID_OPTION', 'options'],
    [{ timeZone: 'Nope' }, 'INVALID_TIME_ZONE', 'options.timeZone'],
  ])('refuses %j', (more, code, path) => {
    expect(() => tallyRevenue(orders, { ...options, ...more } as never)).toThrowError(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })
})
