import { describe, expect, it } from 'vitest'
import {
  type MapColumnsOptions,
  type MapperOptions,
  type ModelName,
  mapColumns,
  mapRows,
} from '../../src/records/index.js'

const orderColumns = { id: 'no', placedAt: 'date', status: 'state', total: 'sum', currency: 'cur' }
const order = { no: '1', date: '2026-01-05T10:00:00Z', state: 'paid', sum: '12.50', cur: 'EUR' }

function map(
  model: ModelName,
  row: object,
  options: MapColumnsOptions,
  rowOptions: MapperOptions = {},
): { record: Record<string, unknown> } | { issues: string[] } {
  const { records, bad } = mapRows([row], mapColumns(model, options), rowOptions)
  const issues = bad[0]?.issues.map(({ field, rule, received }) => `${field} ${rule} ${received}`)
  return issues === undefined ? { record: records[0] as unknown as Record<string, unknown> } : { issues }
}

/** The value or issue of one field of an order. */
function cell(
  field: string,
  value: unknown,
  extra: Partial<MapColumnsOptions> = {},
  options: MapperOptions = {},
): unknown {
  const columns: Record<string, string> = { ...orderColumns, [field]: 'cell' }
  const result = map('order', { ...order, cell: value }, { columns, ...extra }, { keepExtra: false, ...options })
  return 'issues' in result ? result.issues.join() : result.record[field]
}

describe('cells', () => {
  it.each<[string, unknown, unknown]>([
    ['id', 7, '7'],
    ['id', 1e21, '1000000000000000000000'],
    ['id', 1.5e-7, '0.00000015'],
    ['id', -0, '0'],
    ['id', ' a ', 'a'],
    ['id', '', 'id missing text of 0'],
    ['id', ' ', 'id missing text of 1'],
    ['id', null, 'id missing null'],
    ['id', undefined, 'id missing absent'],
    ['id', true, 'id unknown_value boolean'],
    ['id', ['a'], 'id unknown_value array'],
    ['id', { id: 1 }, 'id unknown_value object'],
    ['id', Number.NaN, 'id unknown_value number'],
    ['emailKey', ' Kim@Example.ORG ', 'kim@example.org'],
    ['isTest', 'true', true],
    ['isTest', 0, false],
    ['isTest', '1', true],
    ['isTest', 'TRUE', 'isTest unknown_value text of 4'],
    ['isTest', 'yes', 'isTest unknown_value text of 3'],
    ['status', 'Paid', 'status unknown_value text of 4'],
    ['status', ' paid ', 'paid'],
    ['currency', 'eur', 'EUR'],
    ['currency', '€', 'currency invalid_currency text of 1'],
    ['currency', 978, 'currency invalid_currency number'],
    ['total', 12.5, '12.5'],
    ['total', 1e-7, '0.0000001'],
    ['total', ' 12.50 ', '12.50'],
    ['total', 0, '0'],
    ['total', -0, '0'],
    ['total', '-0.00', '0.00'],
    ['total', 0.1 + 0.2, 0.1 + 0.2],
    ['total', -1, 'total invalid_amount number'],
    ['total', '-1', 'total invalid_amount text of 2'],
    ['total', '1,5', 'total invalid_amount text of 3'],
    ['total', '1.234,56', 'total invalid_amount text of 8'],
    ['total', '1e5', 'total invalid_amount text of 3'],
    ['total', '+5', 'total invalid_amount text of 2'],
    ['total', '5.', 'total invalid_amount text of 2'],
    ['total', '.5', 'total invalid_amount text of 2'],
    ['total', 1e15, 'total invalid_amount number'],
    ['total', Number.POSITIVE_INFINITY, 'total invalid_amount number'],
    ['total', true, 'total invalid_amount boolean'],
    ['placedAt', '2026-01-05T10:00:00+02:00', '2026-01-05T10:00:00+02:00'],
    ['placedAt', '2026-01-05T10:00Z', '2026-01-05T10:00Z'],
    ['placedAt', '2026-01-05 10:00:00 +0200', '2026-01-05T08:00:00Z'],
    ['placedAt', '2026-01-05T10:00:00+0200', '2026-01-05T08:00:00Z'],
    ['placedAt', '2026-01-05T10:00:00.250-03', '2026-01-05T13:00:00.250Z'],
    ['placedAt', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['placedAt', new Date(Number.NaN), 'placedAt invalid_instant object'],
    ['placedAt', '2026-01-05T10:00:00', 'placedAt zone_required text of 19'],
    ['placedAt', '2026-01-05', 'placedAt zone_required text of 10'],
    ['placedAt', '2026-02-31', 'placedAt invalid_instant text of 10'],
    ['placedAt', '2026-02-31T10:00:00', 'placedAt invalid_instant text of 19'],
    ['placedAt', '2026-01-05T24:00:00Z', 'placedAt invalid_instant text of 20'],
    ['placedAt', '2026-01-05T10:00:00+2500', 'placedAt invalid_instant text of 24'],
    ['placedAt', '05/01/2026', 'placedAt invalid_instant text of 10'],
    ['placedAt', 1_767_607_200_000, 'placedAt invalid_instant number'],
  ])('reads %s %j as %j', (field, value, expected) => {
    expect(cell(field, value)).toEqual(expected)
  })

  it.each<[string, unknown, unknown]>([
    ['2026-01-05T10:00:00', 'Europe/Madrid', '2026-01-05T09:00:00Z'],
    ['2026-01-05', 'Europe/Madrid', '2026-01-04T23:00:00Z'],
    // Skipped by the change to summer time: moved forward; repeated by the change back: the first of two.
    ['2026-03-29 02:30', 'Europe/Madrid', '2026-03-29T01:30:00Z'],
    ['2026-10-25 02:30', 'Europe/Madrid', '2026-10-25T00:30:00Z'],
  ])('reads %s in %s as %s', (value, timeZone, expected) => {
    expect(cell('placedAt', value, {}, { timeZone: timeZone as string })).toBe(expected)
  })

  it.each<[string, unknown, unknown]>([
    ['DD.MM.YYYY hh:mm', '05.01.2026 10:00', '2026-01-05T10:00:00Z'],
    ['D/M/YYYY h:mm:ss', '5/1/2026 9:05:07', '2026-01-05T09:05:07Z'],
    ['D/M/YYYY h:mm:ss', '25/12/2026 19:05:07', '2026-12-25T19:05:07Z'],
    ['YYYYMMDD', '20260105', '2026-01-05T00:00:00Z'],
    ['YYYY-MM-DDThh:mm:ssZ', '2026-01-05T10:00:00+0200', '2026-01-05T08:00:00Z'],
    ['YYYY-MM-DD hh:mm Z', '2026-01-05 10:00 Z', '2026-01-05T10:00:00Z'],
    ['MM-DD-YYYY', '13-01-2026', 'placedAt invalid_instant text of 10'],
    ['DD.MM.YYYY', '5.1.2026', 'placedAt invalid_instant text of 8'],
    ['DD.MM.YYYY', '05.01.2026 x', 'placedAt invalid_instant text of 12'],
    ['DD.MM.YYYY', '31.02.2026', 'placedAt invalid_instant text of 10'],
    ['epochSeconds', '1767607200', 1_767_607_200_000],
    ['epochMilliseconds', 1_767_607_200_000, 1_767_607_200_000],
    ['epochSeconds', '1767607200.5', 'placedAt invalid_instant text of 12'],
    ['epochMilliseconds', '99999999999999999', 'placedAt invalid_instant text of 17'],
  ])('reads by %s %j', (dateFormat, value, expected) => {
    expect(cell('placedAt', value, { dateFormat }, { timeZone: 'UTC' })).toEqual(expected)
    expect(cell('placedAt', value, { dateFormat: { placedAt: dateFormat } }, { timeZone: 'UTC' })).toEqual(expected)
  })

  it.each<[unknown, unknown]>([
    ['12,50', '12.50'],
    [12.5, '12.5'],
    ['12.50', 'total invalid_amount text of 5'],
    ['1 234,50', 'total invalid_amount text of 8'],
  ])('reads %j with a decimal comma as %j', (value, expected) => {
    expect(cell('total', value, { decimalSeparator: ',' })).toEqual(expected)
  })
})

it('reads a big integer of a database as an id', () => {
  expect(cell('id', 12n)).toBe('12')
})

describe('values', () => {
  const lists = { total: { free: 0, '': '1.00' }, isTest: { ja: true }, emailKey: { '7': 'A@b.co' } }
  const listed = (field: keyof typeof lists, value: unknown): unknown =>
    cell(field, value, { values: { [field]: lists[field] } })
  it('translates trimmed cells, numbers and blank ones that are listed', () => {
    expect(listed('total', ' free ')).toBe('0')
    expect(listed('total', '')).toBe('1.00')
    expect(listed('total', null)).toBe('1.00')
    expect(listed('isTest', 'ja')).toBe(true)
    expect(listed('emailKey', 7)).toBe('a@b.co')
  })

  it('reports what is not listed, and leaves blank cells absent', () => {
    expect(listed('total', '5')).toBe('total unknown_value text of 1')
    expect(listed('isTest', 'true')).toBe('isTest unknown_value text of 4')
    expect(listed('isTest', '')).toBeUndefined()
    expect(listed('isTest', 'toString')).toBe('isTest unknown_value text of 8')
  })

  it('knows a score that was left blank only when told', () => {
    const columns = { id: 'i', surveyId: 's', kind: 'k', score: 'n', answeredAt: 'at' }
    const row = { i: 'r', s: 'q', k: 'nps', n: '', at: order.date }
    expect(map('surveyResponse', row, { columns })).toEqual({ issues: ['score missing text of 0'] })
    const told = map('surveyResponse', row, { columns, values: { score: { '': null, '9': 9 } } })
    expect(told).toEqual({ record: expect.objectContaining({ score: null }) })
  })
})

describe('models', () => {
  it('tells nobody from not known for owners of leads', () => {
    const columns = { id: 'i', createdAt: 'c', ownerId: 'o' }
    const row = { i: 'l', c: order.date }
    expect(map('lead', { ...row, o: '' }, { columns })).toEqual({
      record: { id: 'l', createdAt: order.date, ownerId: null, fields: {} },
    })
    expect(map('lead', row, { columns })).toEqual({ record: { id: 'l', createdAt: order.date, fields: {} } })
  })

  it('reads members of members together', () => {
    const columns = {
      id: 'i',
      leadId: 'i',
      fromTeam: 'a',
      toTeam: 'b',
      handedAt: 'h',
      'decision.outcome': 'o',
      'decision.at': 'd',
      'decision.reason': 'r',
    }
    const row = { i: '1', a: 'marketing', b: 'sales', h: order.date }
    expect(map('handoff', row, { columns })).toEqual({
      record: { id: '1', leadId: '1', fromTeam: 'marketing', toTeam: 'sales', handedAt: order.date },
    })
    expect(map('handoff', { ...row, o: 'accepted', d: order.date }, { columns })).toEqual({
      record: expect.objectContaining({ decision: { outcome: 'accepted', at: order.date } }),
    })
    expect(map('handoff', { ...row, r: 'late' }, { columns })).toEqual({
      issues: ['decision.outcome missing absent', 'decision.at missing absent'],
    })
  })

  it('reports an end before its beginning, with times on both', () => {
    const columns = { id: 'i', customerId: 'c', createdAt: 'a', status: 's', resolvedAt: 'r' }
    const row = { i: '1', c: 'c1', a: '2026-01-05T10:00:00Z', s: 'solved' }
    expect(map('ticket', { ...row, r: '2026-01-05T09:00:00Z' }, { columns })).toEqual({
      issues: ['resolvedAt event_order text of 20'],
    })
    expect(map('ticket', { ...row, r: '2026-01-05T10:00:00Z' }, { columns })).toHaveProperty('record')
    expect(map('ticket', { ...row, r: '2026-01-05' }, { columns }, { timeZone: 'UTC' })).toHaveProperty('record')
  })

  it('makes the last day of service the midnight after it', () => {
    const columns = { id: 'i', customerId: 'c', startedAt: 's', endedAt: 'e', mrr: 'm' }
    const row = { i: '1', c: 'c1', s: '2026-01-05', e: '2026-01-31', m: '5' }
    const options = { timeZone: 'Europe/Madrid', currency: 'EUR' }
    const end = (endDatesAreInclusive: boolean): unknown =>
      map('subscription', row, { columns, endDatesAreInclusive }, options)
    expect(end(true)).toEqual({ record: expect.objectContaining({ endedAt: '2026-01-31T23:00:00Z' }) })
    expect(end(false)).toEqual({ record: expect.objectContaining({ endedAt: '2026-01-30T23:00:00Z' }) })
  })

  it.each<[string, unknown, string]>([
    ['attempt', '0', 'attempt invalid_number text of 1'],
    ['attempt', '1.5', 'attempt invalid_number text of 3'],
    ['attempt', '-1', 'attempt invalid_number text of 2'],
  ])('reports %s %j', (field, value, issue) => {
    const columns = { id: 'i', leadId: 'i', fromTeam: 't', toTeam: 't', handedAt: 'h', [field]: 'x' }
    expect(map('handoff', { i: '1', t: 'a', h: order.date, x: value }, { columns })).toEqual({ issues: [issue] })
  })

  it('keeps a signed delta and a value that is a number', () => {
    const movement = { customerId: 'c', at: 'a', type: 't', delta: 'd', currency: 'u' }
    const row = { c: '1', a: order.date, t: 'fx', d: '-5.00', u: 'EUR' }
    expect(map('mrrMovement', row, { columns: movement })).toEqual({
      record: expect.objectContaining({ delta: '-5.00' }),
    })
    const commitment = { id: 'i', customerId: 'c', madeAt: 'a', dueAt: 'd', value: 'v' }
    const promise = { i: '1', c: '1', a: order.date, d: '2026-02-01', v: 5 }
    expect(map('commitment', promise, { columns: commitment })).toEqual({
      record: expect.objectContaining({ dueAt: '2026-02-01', value: 5 }),
    })
  })
})

describe('options', () => {
  it.each<[string, string, unknown, string]>([
    ['an unknown model', 'orders', { columns: orderColumns }, 'model'],
    ['an inherited name', 'toString', { columns: orderColumns }, 'model'],
    ['no options', 'order', undefined, 'options'],
    ['an unknown option', 'order', { columns: orderColumns, zone: 'UTC' }, 'options'],
    ['no columns', 'order', {}, 'options.columns'],
    ['an unknown field', 'order', { columns: { ...orderColumns, amount: 'x' } }, 'options.columns'],
    ['a list member', 'order', { columns: { ...orderColumns, lines: 'x' } }, 'options.columns'],
    ['a blank column', 'order', { columns: { ...orderColumns, isTest: ' ' } }, 'options.columns'],
    ['no required field', 'order', { columns: { id: 'no' } }, 'options.columns'],
    [
      'half a scale',
      'surveyResponse',
      { columns: { id: 'i', surveyId: 's', kind: 'k', score: 'n', answeredAt: 'a', 'scale.min': 'm' } },
      'options.columns',
    ],
    ['a point for a comma', 'order', { columns: orderColumns, decimalSeparator: ';' }, 'options.decimalSeparator'],
    ['values of no field', 'order', { columns: orderColumns, values: { state: {} } }, 'options.values'],
    [
      'values that are no object',
      'order',
      { columns: orderColumns, values: { status: 'paid' } },
      'options.values.status',
    ],
    [
      'a word that is none of ours',
      'order',
      { columns: orderColumns, values: { status: { x: 'settled' } } },
      'options.values.status',
    ],
    [
      'a null where there is none',
      'order',
      { columns: orderColumns, values: { status: { x: null } } },
      'options.values.status',
    ],
    ['a blank value', 'order', { columns: orderColumns, values: { id: { x: '' } } }, 'options.values.id'],
    [
      'an amount that is none',
      'order',
      { columns: orderColumns, values: { total: { x: '1,5' } } },
      'options.values.total',
    ],
    ['a format without a year', 'order', { columns: orderColumns, dateFormat: 'DD.MM' }, 'options.dateFormat'],
    [
      'a format with two years',
      'order',
      { columns: orderColumns, dateFormat: 'YYYY YYYY-MM-DD' },
      'options.dateFormat',
    ],
    [
      'a format of no date',
      'order',
      { columns: orderColumns, dateFormat: { total: 'YYYY-MM-DD' } },
      'options.dateFormat',
    ],
    [
      'inclusive ends without ends',
      'order',
      { columns: orderColumns, endDatesAreInclusive: true },
      'options.endDatesAreInclusive',
    ],
    [
      'a flag that is none',
      'order',
      { columns: orderColumns, endDatesAreInclusive: 1 },
      'options.endDatesAreInclusive',
    ],
  ])('refuses %s', (_name, model, options, path) => {
    expect(() => mapColumns(model as 'order', options as MapColumnsOptions)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', details: expect.objectContaining({ path }) }),
    )
  })

  it('needs a currency somewhere', () => {
    const { currency: _, ...columns } = orderColumns
    const mapper = mapColumns('order', { columns })
    expect(() => mapRows([], mapper)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    expect(mapRows([order], mapper, { currency: 'usd' }).records[0]?.currency).toBe('USD')
  })

  it('takes no columns again', () => {
    expect(() => mapRows([], mapColumns('order', { columns: orderColumns }), { columns: {} })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
  })
})
