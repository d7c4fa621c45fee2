import { describe, expect, it } from 'vitest'
import { mergeTallies } from '../../src/tally/mergeTallies.js'

describe('mergeTallies', () => {
  const tally = { kind: 'revenue', definition: {}, cells: [] }

  it.each([
    ['undefined', [undefined], 'a.cells[0]'],
    ['null', [{ key: 'EUR' }, null], 'a.cells[1]'],
    ['a text', ['EUR'], 'a.cells[0]'],
    ['a hole', new Array(1), 'a.cells[0]'],
  ])('refuses %s in place of a cell', (_name, cells, path) => {
    const broken = { ...tally, cells: cells as never }
    const error = { code: 'INVALID_INPUT', details: expect.objectContaining({ path }) }
    expect(() => mergeTallies(broken, tally)).toThrow(expect.objectContaining(error))
    const swapped = { code: 'INVALID_INPUT', details: expect.objectContaining({ path: path.replace('a.', 'b.') }) }
    expect(() => mergeTallies(tally, broken)).toThrow(expect.objectContaining(swapped))
  })
})
