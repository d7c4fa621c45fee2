import { describe, expect, it } from 'vitest'
import { groupRows } from '../../src/records/index.js'

describe('groupRows', () => {
  it('keeps runs together: trimmed text, blank cells continue', () => {
    const rows = [{ n: ' a' }, { n: 'a' }, {}, { n: null }, { n: 'b' }, { n: 'a' }, { n: 7 }, { n: '7' }]
    expect(groupRows(rows, 'n').map((group) => group.length)).toEqual([4, 1, 1, 2])
    expect(groupRows(rows, 'n').flat()).toEqual(rows)
  })

  it('groups a cell that is no text by itself', () => {
    expect(groupRows([{ n: 'a' }, { n: {} }, { n: {} }, { n: '' }], 'n').map((group) => group.length)).toEqual([
      1, 1, 2,
    ])
  })

  it('finds the header behind a byte order mark, and has no groups without rows', () => {
    expect(groupRows([{ '\uFEFFn': 'a' }, { n: 'a' }], 'n')).toHaveLength(1)
    expect(groupRows([], 'n')).toEqual([])
  })

  it.each<[unknown, unknown, string]>([
    [[{ n: 'a' }], 'N', 'INVALID_OPTION'],
    [[{ n: 'a' }], '', 'INVALID_OPTION'],
    [5, 'n', 'INVALID_INPUT'],
  ])('refuses %j by %j', (rows, column, code) => {
    expect(() => groupRows(rows as [], column as string)).toThrow(expect.objectContaining({ code }))
  })
})
