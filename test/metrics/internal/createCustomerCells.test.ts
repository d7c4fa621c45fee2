import { describe, expect, it } from 'vitest'
import { createCustomerCells } from '../../../src/metrics/internal/createCustomerCells.js'

describe('createCustomerCells', () => {
  it('is a customer a cell without segments', () => {
    const cells = createCustomerCells()
    expect(cells.segments()).toEqual([undefined])
    expect(['a', 'b', 'a'].map((id) => cells.codeOf(id, undefined))).toEqual([0, 1, 0])
    expect([cells.size(), cells.placeOf(1)]).toEqual([2, 0])
    expect(cells.customers).toEqual(['a', 'b'])
  })

  it('is a customer and segment a cell with them', () => {
    const cells = createCustomerCells()
    const pairs: [string, string][] = [
      ['a', 'x'],
      ['b', 'x'],
      ['a', 'y'],
      ['a', 'x'],
    ]
    expect(pairs.map(([id, segment]) => cells.codeOf(id, segment))).toEqual([0, 1, 2, 0])
    expect(cells.segments()).toEqual(['x', 'y'])
    expect([0, 1, 2].map(cells.placeOf)).toEqual([0, 0, 1])
  })

  it('keeps the cells of customers that came without a segment', () => {
    const cells = createCustomerCells()
    expect([cells.codeOf('a', undefined), cells.codeOf('b', undefined)]).toEqual([0, 1])
    expect([cells.codeOf('a', ''), cells.codeOf('b', undefined), cells.codeOf('c', undefined)]).toEqual([2, 1, 3])
    expect(cells.segments()).toEqual([undefined, ''])
    expect([0, 1, 2, 3].map(cells.placeOf)).toEqual([0, 0, 1, 0])
    expect(cells.size()).toBe(4)
  })
})
