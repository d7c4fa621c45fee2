import { describe, expect, it } from 'vitest'
import { mapColumns, mapRows, type RowResult } from '../../src/records/index.js'

const mapper = mapColumns('activityEvent', { columns: { customerId: 'who', at: 'when' } })
const good = Object.freeze({ who: 'c1', when: '2026-01-05T10:00:00Z' })
const event = { customerId: 'c1', at: '2026-01-05T10:00:00Z' }

describe('mapRows', () => {
  it('accounts for every row, in order', () => {
    const mapped = mapRows([good, null, 'x', [], { ...good, when: 'soon' }, good] as object[], mapper)
    expect(mapped.records).toEqual([event, event])
    expect(
      mapped.bad.map(({ index, issues }) => [index, issues.map(({ column, rule }) => `${column} ${rule}`)]),
    ).toEqual([
      [1, ['who missing', 'when missing']],
      [2, ['who missing', 'when missing']],
      [3, ['who missing', 'when missing']],
      [4, ['when invalid_instant']],
    ])
    expect(mapped.skipped).toEqual({})
  })

  it('keeps unknown columns as they are, unless told not to', () => {
    const row = JSON.parse('{"who":"c1","when":"2026-01-05T10:00:00Z","plan":" pro ","__proto__":1}') as object
    const extra = mapRows([row], mapper).records[0]?.extra
    expect(Object.entries(extra ?? {})).toEqual([
      ['plan', ' pro '],
      ['__proto__', 1],
    ])
    expect(mapRows([row], mapper, { keepExtra: false }).records).toEqual([event])
  })

  it('finds a column behind a byte order mark and spaces, and inside objects', () => {
    expect(mapRows([{ '\uFEFFwho': 'c1', ' when ': event.at }], mapper).records).toEqual([event])
    const nested = mapColumns('activityEvent', { columns: { customerId: 'by.id', at: 'when' } })
    expect(mapRows([{ by: { id: 7 }, when: event.at }], nested).records[0]?.customerId).toBe('7')
    expect(mapRows([{ 'by.id': 8, by: { id: 7 }, when: event.at }], nested).records[0]?.customerId).toBe('8')
    expect(mapRows([{ by: [], when: event.at }], nested).bad).toHaveLength(1)
  })

  it('says how it read', () => {
    expect(mapRows([], mapper, { timeZone: 'Europe/Madrid' }).definition).toEqual({
      source: 'columns',
      object: 'activityEvent',
      columns: { customerId: 'who', at: 'when' },
      timeZone: 'Europe/Madrid',
    })
  })

  it('takes a mapper of the caller and counts what it skips', () => {
    const own = (row: { n: number }): RowResult<number> =>
      row.n > 1 ? { status: 'ok', record: row.n } : { status: 'skipped', reason: row.n < 0 ? 'negative' : 'low' }
    expect(mapRows(new Set([{ n: 2 }, { n: 0 }, { n: 1 }, { n: -1 }]), own)).toEqual({
      records: [2],
      bad: [],
      skipped: { low: 2, negative: 1 },
      definition: { source: 'custom', object: 'own', columns: {} },
    })
  })

  it.each<[unknown, unknown, unknown, string, string]>([
    [{}, mapper, {}, 'INVALID_INPUT', 'rows'],
    ['rows', mapper, {}, 'INVALID_INPUT', 'rows'],
    [[], 'mapper', {}, 'INVALID_INPUT', 'mapper'],
    [[], mapper, { zone: 'UTC' }, 'INVALID_OPTION', 'options'],
    [[], mapper, { timeZone: 'Mars/Base' }, 'INVALID_TIME_ZONE', 'options.timeZone'],
    [[], mapper, { currency: 'euro' }, 'INVALID_OPTION', 'options.currency'],
    [[], mapper, { keepExtra: 'no' }, 'INVALID_OPTION', 'options.keepExtra'],
    [[], mapper, [], 'INVALID_OPTION', 'options'],
    [[], mapper, null, 'INVALID_OPTION', 'options'],
  ])('refuses %j', (rows, use, options, code, path) => {
    expect(() => mapRows(rows as [], use as typeof mapper, options as object)).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })
})
