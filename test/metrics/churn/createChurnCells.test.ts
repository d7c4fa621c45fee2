import { describe, expect, it } from 'vitest'
import { createChurnCells } from '../../../src/metrics/churn/createChurnCells.js'
import { spanList } from '../../../src/records/spanList.js'

describe('createChurnCells', () => {
  it('sums time beyond what one number holds exactly, whatever the order', () => {
    const until = 2 ** 51
    const period = { start: 0, end: until, until }
    const times = [until, 1, until, 1, 1, until, 1, until, until]
    const sumOf = (list: readonly number[]): number | undefined => {
      const cells = createChurnCells([period], 1, { withCauses: false })
      for (const end of list) cells.add(0, spanList([{ start: 0, end }]))
      return cells.finish([undefined], 'UTC')[0]?.counts.customerTime
    }
    // The exact sum is 5 · 2^51 + 4, which a number holds; added up one by one, ones would be lost.
    expect(sumOf(times)).toBe(5 * 2 ** 51 + 4)
    expect(sumOf([...times].reverse())).toBe(5 * 2 ** 51 + 4)
  })

  it('asks for the cause of a loss, and of nothing else', () => {
    const periods = [
      { start: 10, end: 20, until: 20 },
      { start: 20, end: 30, until: 30 },
    ]
    const cells = createChurnCells(periods, 1, { withCauses: true })
    const asked: number[] = []
    cells.add(0, spanList([{ start: 0, end: 25 }]), (until) => {
      asked.push(until)
      return 'completed'
    })
    cells.addTerm(0, 20, false)
    const counts = cells.finish([undefined], 'UTC').map((cell) => cell.counts)
    expect(asked).toEqual([30])
    expect(
      counts.map(({ lost, lostCompleted, termsEnded, termsNotRenewed }) => [
        lost,
        lostCompleted,
        termsEnded,
        termsNotRenewed,
      ]),
    ).toEqual([
      [0, 0, 0, 0],
      [1, 1, 1, 1],
    ])
  })
})
