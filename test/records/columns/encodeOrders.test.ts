import { describe, expect, it } from 'vitest'
import { periodGrid } from '../../../src/calendar/index.js'
import { countPurchases, summariseRfm, tallyRevenue } from '../../../src/metrics/index.js'
import { encodeOrders, type Order, type OrderColumns } from '../../../src/records/index.js'

const order = (id: string, more: Partial<Order> = {}): Order => ({
  id,
  customerId: 'c',
  placedAt: '2024-06-05T10:00:00Z',
  status: 'paid',
  total: '10.00',
  currency: 'EUR',
  ...more,
})

const failure = (code: string, path: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ path }) })

const periods = [{ start: '2024-06-01', end: '2024-07-01' }]
const asOf = '2024-07-01'

describe('encodeOrders', () => {
  it('makes codes in order of first appearance, and leaves out columns that say nothing', () => {
    expect(encodeOrders([order('1', { customerId: 'b' }), order('2', { customerId: 'a' }), order('3')])).toEqual({
      columns: 'orders',
      identity: 'customerId',
      length: 3,
      timeZone: 'UTC',
      customers: ['b', 'a', 'c'],
      customer: Uint32Array.of(0, 1, 2),
      at: new Float64Array(3).fill(Date.UTC(2024, 5, 5, 10)),
      scale: 2,
      total: Float64Array.of(1000, 1000, 1000),
      currencies: ['EUR'],
    })
  })

  it('has columns for states, refunds, currencies, segments, guests and twins where there are any', () => {
    const rows = [
      order('1', { status: 'open', extra: { plan: ' pro ' } }),
      order('2', { status: 'failed', isTest: true, refunded: 1.5 }),
      order('3', { customerId: undefined, currency: 'USD' }),
      order('1', { status: 'open', total: 10, extra: { plan: 'pro' } }),
    ]
    expect(encodeOrders(rows, { segmentBy: 'plan' })).toMatchObject({
      length: 3,
      customer: Uint32Array.of(0, 0, 2 ** 32 - 1),
      status: Uint8Array.of(1, 7, 0),
      refunded: Float64Array.of(0, 150, 0),
      currencies: ['EUR', 'USD'],
      currency: Uint16Array.of(0, 0, 1),
      segmentBy: 'plan',
      segments: ['pro', ''],
      segment: Uint16Array.of(0, 1, 1),
      excluded: { duplicate: 1 },
    })
  })

  it.each([
    [['12.34', '7', '1.5', '-0.05', '-0', -0, 12.34], 2, [1234, 700, 150, -5, 0, 0, 1234]],
    [['12.34', '12.345'], 3, [12_340, 12_345]],
    [['12.34', 0.285], 3, [12_340, 285]],
    [['1.2300000', '2'], 2, [123, 200]],
    [['0.000001', '-1'], 6, [1, -1_000_000]],
  ])('reads the amounts %j at scale %i', (totals, scale, expected) => {
    const columns = encodeOrders(totals.map((total, index) => order(String(index), { total })))
    expect(columns.scale).toBe(scale)
    expect([...columns.total]).toEqual(expected)
    expect(columns.wide).toBeUndefined()
  })

  it('keeps what does not fit as text, also what fitted before the scale rose', () => {
    const totals = ['999999999999999', 0.1 + 0.2, '1.1234567', '90071992547409.91', '0.001', 1e-7]
    const columns = encodeOrders(totals.map((total, index) => order(String(index), { total, refunded: '0.50' })))
    expect(columns.wide).toEqual([
      { row: 0, total: '999999999999999', refunded: '0.5' },
      { row: 1, total: '0.30000000000000004', refunded: '0.5' },
      { row: 2, total: '1.1234567', refunded: '0.5' },
      { row: 3, total: '90071992547409.91', refunded: '0.5' },
      { row: 5, total: '0.0000001', refunded: '0.5' },
    ])
    expect([...columns.total]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN, 1, Number.NaN])
    const rows = totals.map((total, index) => order(String(index), { total, refunded: '0.50' }))
    const options = { asOf, periods, include: ['refunded'] } as const
    expect(tallyRevenue(columns, options)).toEqual(tallyRevenue(rows, options))
  })

  it('looks the period of every row up once', () => {
    const grid = periodGrid({ start: '2024-06-01', end: '2024-08-01' }, { unit: 'month' })
    const rows = ['2024-05-31', '2024-06-01', '2024-07-31', '2024-08-01'].map((placedAt, index) =>
      order(String(index), { placedAt }),
    )
    const { periods: column } = encodeOrders(rows, { periods: grid })
    expect(column).toEqual({ bounds: [...grid.bounds], period: Int16Array.of(-1, 0, 1, -1) })
    expect(encodeOrders(encodeOrders(rows), { periods: grid }).periods).toEqual(column)
    expect(encodeOrders(rows, { periods: [] }).periods).toEqual({ bounds: [], period: new Int16Array(4).fill(-1) })
  })

  it('takes plain arrays of equal length, whose blanks are null', () => {
    const columns = encodeOrders({
      customerId: ['a', null, 'a'],
      placedAt: ['2024-06-01', '2024-06-02T00:00:00Z', Date.UTC(2024, 5, 3)],
      total: ['1.00', 2, '3'],
      refunded: [null, 2, undefined],
    })
    expect(columns).toMatchObject({ length: 3, customers: ['a'], currencies: [] })
    expect([...columns.total]).toEqual([100, 200, 300])
    const [cell] = countPurchases(columns, { asOf, periods }).cells
    expect(cell?.counts).toMatchObject({ buyers: 1, repeatBuyers: 1 })
    expect(() => tallyRevenue(columns, { asOf, periods })).toThrow(failure('INVALID_INPUT', 'orders[0].currency'))
    expect(encodeOrders({ placedAt: [], total: [] }).length).toBe(0)
  })

  it.each([
    [{ placedAt: ['2024-06-01'] }, 'orders.total'],
    [{ placedAt: ['2024-06-01'], total: [] }, 'orders.total'],
    [{ placedAt: ['2024-06-01'], total: '1' }, 'orders.total'],
    [{}, 'orders.placedAt'],
    [{ placedAt: ['2024-06-01'], total: ['1'], id: [null] }, 'orders[0].id'],
  ])('refuses the arrays %j', (arrays, path) => {
    expect(() => encodeOrders(arrays as never)).toThrow(failure('INVALID_INPUT', path))
  })

  it.each([
    [{ placedAt: '2024-02-30' }, 'INVALID_INSTANT', 'placedAt'],
    [{ total: '1e5' }, 'INVALID_AMOUNT', 'total'],
    [{ total: Number.NaN }, 'INVALID_AMOUNT', 'total'],
    [{ total: 1e15 }, 'INVALID_AMOUNT', 'total'],
    [{ total: null }, 'INVALID_AMOUNT', 'total'],
    [{ refunded: '1,5' }, 'INVALID_AMOUNT', 'refunded'],
    [{ refunded: true }, 'INVALID_AMOUNT', 'refunded'],
    [{ status: 'refunded' }, 'INVALID_INPUT', 'status'],
    [{ currency: undefined }, 'INVALID_INPUT', 'currency'],
    [{ customerId: 3 }, 'INVALID_INPUT', 'customerId'],
    [{ id: 3 }, 'INVALID_INPUT', 'id'],
    [{ total: '10.01', id: '0' }, 'CONFLICTING_RECORDS', 'id'],
    [{ customerId: 'd', id: '0' }, 'CONFLICTING_RECORDS', 'id'],
  ])('refuses an order with %j', (more, code, field) => {
    expect(() => encodeOrders([order('0'), order('1', more as never)])).toThrow(failure(code, `orders[1].${field}`))
  })

  it.each([
    [{ identity: 'phone' }, 'INVALID_OPTION', 'options.identity'],
    [{ segmentBy: () => 'x' }, 'INVALID_OPTION', 'options.segmentBy'],
    [{ timeZone: 'Mars' }, 'INVALID_TIME_ZONE', 'options.timeZone'],
    [{ duplicates: true }, 'INVALID_OPTION', 'options.duplicates'],
    [{ colour: 'red' }, 'INVALID_OPTION', 'options'],
    [{ periods: [...periods, { start: '2024-08-01', end: '2024-09-01' }] }, 'INVALID_PERIOD', 'options.periods[1]'],
    [{ periods: [{ start: '2024-06-02', end: '2024-06-01' }] }, 'INVALID_PERIOD', 'options.periods[0]'],
  ])('refuses the options %o', (options, code, path) => {
    expect(() => encodeOrders([], options as never)).toThrow(failure(code, path))
    if (!('periods' in options)) {
      expect(() => encodeOrders(encodeOrders([]), options as never)).toThrow(expect.objectContaining({ code }))
    }
  })

  it('has at most 32,767 periods and 65,536 segments', () => {
    const bounds = Array.from({ length: 32_769 }, (_, index) => index)
    const grid = { unit: 'day', timeZone: 'UTC', bounds } as const
    const tooLarge = (path: string, rule: string) =>
      expect.objectContaining({ code: 'TOO_LARGE', details: expect.objectContaining({ path, rule }) })
    expect(() => encodeOrders([], { periods: grid })).toThrow(tooLarge('options.periods', 'periods'))
    expect(encodeOrders([], { periods: { ...grid, bounds: bounds.slice(1) } }).periods?.bounds).toHaveLength(32_768)
    const rows = Array.from({ length: 65_537 }, (_, index) => order(String(index), { extra: { shop: `s${index}` } }))
    expect(() => encodeOrders(rows, { segmentBy: 'shop' })).toThrow(tooLarge('segments', 'segments'))
  })
})

describe('counting columns of orders', () => {
  const rows = [order('1', { placedAt: '2024-06-05', extra: { plan: 'pro' }, emailKey: 'a@x.y' }), order('2')]
  const columns = encodeOrders(rows, { timeZone: 'Europe/Madrid', segmentBy: 'plan' })

  it.each([
    [{ timeZone: 'UTC' }, 'options.timeZone'],
    [{ identity: 'email', timeZone: 'Europe/Madrid' }, 'options.identity'],
    [{ segmentBy: 'shop', timeZone: 'Europe/Madrid' }, 'options.segmentBy'],
    [{ segmentBy: () => 'x', timeZone: 'Europe/Madrid' }, 'options.segmentBy'],
  ])('refuses other options than those of the encoding: %o', (options, path) => {
    expect(() => countPurchases(columns, { asOf, periods, ...options } as never)).toThrow(
      failure('INVALID_OPTION', path),
    )
  })

  it('minds the zone only where a bare day was read, and the identity only where it matters', () => {
    const instants = encodeOrders([order('1')], { timeZone: 'Europe/Madrid' })
    expect(countPurchases(instants, { asOf, periods }).cells).toHaveLength(1)
    const byEmail = encodeOrders(rows, { identity: 'email' })
    expect(tallyRevenue(byEmail, { asOf, periods }).cells[0]?.counts).toEqual({ orders: 2 })
  })

  it('may go without the segments', () => {
    expect(summariseRfm(columns, { asOf, timeZone: 'Europe/Madrid' })).toEqual(
      summariseRfm(rows, { asOf, timeZone: 'Europe/Madrid' }),
    )
  })

  it('refuses columns that were made by hand, and those of another kind', () => {
    const copy = { ...columns }
    expect(() => countPurchases(copy, { asOf, periods })).toThrow(failure('INVALID_INPUT', 'orders'))
    expect(() => countPurchases({ columns: 'tickets' } as never, { asOf, periods })).toThrow(
      failure('INVALID_INPUT', 'orders'),
    )
  })
})

describe('columns from another thread', () => {
  const made = (): OrderColumns =>
    structuredClone(
      encodeOrders([order('1', { extra: { plan: 'pro' }, total: '1.1234567' }), order('2'), order('2')], {
        segmentBy: 'plan',
        periods,
      }),
    )

  it('are checked and returned, frozen ones as a copy', () => {
    const clone = made()
    expect(encodeOrders(clone)).toBe(clone)
    expect(countPurchases(clone, { asOf, periods }).excluded).toEqual({ duplicate: 1 })
    const frozen = Object.freeze(made())
    expect(encodeOrders(frozen)).toEqual(frozen)
  })

  it('have no place for their twins, which count in every period', () => {
    const period = { start: '2024-01-01', end: '2024-02-01' }
    const clone = encodeOrders(made())
    expect(summariseRfm(clone, { asOf, period }).excluded).toEqual({ duplicate: 1 })
  })

  it.each<[string, (columns: OrderColumns) => unknown, string]>([
    ['orders.length', (c) => ({ ...c, length: -1 }), 'INVALID_INPUT'],
    ['orders.timeZone', (c) => ({ ...c, timeZone: 'Mars' }), 'INVALID_TIME_ZONE'],
    ['orders.identity', (c) => ({ ...c, identity: 'phone' }), 'INVALID_INPUT'],
    ['orders.customer', (c) => ({ ...c, customer: [0, 0] }), 'INVALID_INPUT'],
    ['orders.customer', (c) => ({ ...c, customer: Uint32Array.of(0) }), 'INVALID_INPUT'],
    ['orders.customer[1]', (c) => ({ ...c, customer: Uint32Array.of(0, 9) }), 'INVALID_INPUT'],
    ['orders.customers[0]', (c) => ({ ...c, customers: [3] }), 'INVALID_INPUT'],
    ['orders.customers', (c) => ({ ...c, customers: ['a', 'a'] }), 'INVALID_INPUT'],
    ['orders.at[0]', (c) => ({ ...c, at: Float64Array.of(0.5, 1) }), 'INVALID_INSTANT'],
    ['orders.scale', (c) => ({ ...c, scale: 7 }), 'INVALID_INPUT'],
    ['orders.total[1]', (c) => ({ ...c, total: Float64Array.of(Number.NaN, 0.5) }), 'INVALID_AMOUNT'],
    ['orders.total[0]', (c) => ({ ...c, wide: [] }), 'INVALID_AMOUNT'],
    ['orders.refunded[1]', (c) => ({ ...c, refunded: Float64Array.of(Number.NaN, 0.5) }), 'INVALID_AMOUNT'],
    ['orders.wide[0].total', (c) => ({ ...c, wide: [{ row: 0, total: '1e5' }] }), 'INVALID_AMOUNT'],
    ['orders.wide[0].row', (c) => ({ ...c, wide: [{ row: 1, total: '1' }] }), 'INVALID_INPUT'],
    ['orders.status[0]', (c) => ({ ...c, status: Uint8Array.of(8, 0) }), 'INVALID_INPUT'],
    ['orders.currency[0]', (c) => ({ ...c, currency: Uint16Array.of(1, 0) }), 'INVALID_INPUT'],
    ['orders.segment[0]', (c) => ({ ...c, segment: Uint16Array.of(5, 0) }), 'INVALID_INPUT'],
    ['orders.segmentBy', (c) => ({ ...c, segmentBy: undefined }), 'INVALID_INPUT'],
    ['orders.periods.period', (c) => ({ ...c, periods: { bounds: [1, 2], period: [0, 0] } }), 'INVALID_INPUT'],
    ['orders.excluded.duplicate', (c) => ({ ...c, excluded: { duplicate: -1 } }), 'INVALID_COUNT'],
  ])('are refused at %s', (path, spoil, code) => {
    expect(() => encodeOrders(spoil(made()) as OrderColumns)).toThrow(failure(code, path))
  })

  it.each([
    [{ timeZone: 'Europe/Madrid' }, 'options.timeZone'],
    [{ segmentBy: 'shop' }, 'options.segmentBy'],
    [{ identity: 'email' }, 'options.identity'],
  ] as const)('are not encoded again with other options: %o', (options, path) => {
    expect(() => encodeOrders(made(), options)).toThrow(failure('INVALID_OPTION', path))
  })
})
