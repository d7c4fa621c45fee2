import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from '../../src/internal/clean.js'
import type { Table } from '../../src/locales/model.js'
import { type FlatRow, renderCsv } from '../../src/report/index.js'
import { errorAt } from '../okr/errorAt.js'
import { hostileNames } from './hostile.js'

const table = (rows: Table['rows']): Table => ({
  name: 'figures',
  columns: [
    { key: 'name', header: 'Name', kind: 'text' },
    { key: 'rate', header: 'Rate', kind: 'ratio' },
  ],
  rows,
})
const formula = /^[\s]*[=+\-@|%＝＋－＠]/u
const bare = (text: string): string => text.replace(/^'(?= *[=+\-@|%\t\r＝＋－＠])/u, '')
const read = (csv: string, delimiter = ','): string[][] =>
  parse(csv, { delimiter, record_delimiter: '\r\n', relax_column_count: false })

describe('renderCsv', () => {
  it('quotes what RFC 4180 asks to, and nothing else', () => {
    expect(renderCsv([{ a: 'x', b: 'x,y', c: 'x"y', d: 'x\ny', e: 'x;y' }])).toBe(
      'a,b,c,d,e\r\nx,"x,y","x""y","x\ny",x;y\r\n',
    )
  })

  it('keeps numbers numbers, unrounded, and nulls empty', () => {
    expect(
      renderCsv([{ a: -5, b: 0.1 + 0.2, c: null, d: undefined, e: true, f: 1e21, g: -0 }], { header: false }),
    ).toBe('-5,0.30000000000000004,,,true,1e+21,0\r\n')
    expect(renderCsv([{ a: -0.5, b: 'x' }], { decimal: ',', separator: ';' })).toBe('a;b\r\n-0,5;x\r\n')
  })

  it('takes the columns of flat rows in order of first appearance, as their own', () => {
    expect(renderCsv([{ b: 1 }, { constructor: 2 as never, b: 3 }])).toBe('b,constructor\r\n1,\r\n3,2\r\n')
    const rows = JSON.parse('[{"__proto__":"x"},{"toString":"y"}]') as FlatRow[]
    expect(renderCsv(rows)).toBe('__proto__,toString\r\nx,\r\n,y\r\n')
  })

  it.each(hostileNames)('reads back as it was: %j', (name) => {
    for (const separator of [',', ';', '\t']) {
      const csv = renderCsv(table([{ name, rate: -0.5 }]), { separator })
      const [header, row, ...others] = read(csv, separator)
      expect(header).toEqual(['Name', 'Rate'])
      expect(others).toEqual([])
      expect(row?.[1]).toBe('-0.5')
      expect([clean(name), `'${clean(name)}`]).toContain(row?.[0])
      expect(formula.test(row?.[0] ?? '')).toBe(false)
      // A parser reads bytes, which have no halves of pairs.
      const written = Buffer.from(name).toString()
      expect(read(renderCsv(table([{ name, rate: 1 }]), { separator, guard: false }), separator)[1]).toEqual([
        written,
        '1',
      ])
    }
  })

  it('reads back any text', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'=+-@|%"\',;\r\n\t x') }))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), (pairs) => {
        const rows = pairs.map(([a, b]) => ({ a: `${a}.`, b }))
        const [, ...back] = read(renderCsv(rows))
        expect(back.map(([a]) => bare(a ?? ''))).toEqual(rows.map(({ a }) => bare(clean(a))))
        for (const cells of back) for (const text of cells) expect(/^ *[=+\-@|%\t\r＝＋－＠]/u.test(text)).toBe(false)
        expect(read(renderCsv(rows, { guard: false })).slice(1)).toEqual(rows.map(({ a, b }) => [a, b]))
      }),
      { seed: 3, numRuns: 1_000 },
    )
  })

  it('disarms the names of columns too', () => {
    expect(renderCsv([{ '=1+1': 1 }])).toBe("'=1+1\r\n1\r\n")
  })

  it('writes a byte order mark and no header when asked', () => {
    expect(renderCsv([{ a: 1 }], { byteOrderMark: true, header: false })).toBe('\uFEFF1\r\n')
    expect(renderCsv([])).toBe('')
  })

  it.each([
    [{ separator: ',', decimal: ',' }, 'options.separator'],
    [{ separator: '' }, 'options.separator'],
    [{ separator: ';;' }, 'options.separator'],
    [{ separator: '"' }, 'options.separator'],
    [{ separator: '\n' }, 'options.separator'],
    [{ separator: '\uD800' }, 'options.separator'],
    [{ separator: 7 }, 'options.separator'],
    [{ decimal: '·' }, 'options.decimal'],
    [{ delimiter: ';' }, 'options'],
  ] as const)('refuses the options %j', (options, path) => {
    expect(() => renderCsv([{ a: 1 }], options as never)).toThrow(errorAt('INVALID_OPTION', path))
  })

  it.each([
    [[{ a: { b: 1 } }], 'INVALID_INPUT', 'table[0][0]'],
    [[{ a: 1, b: Number.NaN }], 'INVALID_NUMBER', 'table[0][1]'],
    [[null], 'INVALID_INPUT', 'table[0]'],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what it is about
    [[{ a: 1 }, , { a: 2 }], 'INVALID_INPUT', 'table[1]'],
    [null, 'INVALID_INPUT', 'table'],
    ['text', 'INVALID_INPUT', 'table'],
    [{}, 'INVALID_INPUT', 'table.columns'],
    [{ columns: [], rows: 1 }, 'INVALID_INPUT', 'table.rows'],
    [{ columns: [1], rows: [] }, 'INVALID_INPUT', 'table.columns[0]'],
    [{ columns: [{ key: 'a' }], rows: [] }, 'INVALID_INPUT', 'table.columns[0].header'],
  ] as const)('refuses the table %j', (bad, code, path) => {
    expect(() => renderCsv(bad as never)).toThrow(errorAt(code, path))
  })
})
