import { describe, expect, it } from 'vitest'
import { measureAll } from '../../src/review/index.js'

// Made in January and won in February; made in February and lost at once.
const opportunities = [
  { id: '1', createdAt: '2025-01-10', closedAt: '2025-02-05', status: 'won' as const, owner: 'ana' },
  { id: '2', createdAt: '2025-02-10', closedAt: '2025-02-11', status: 'lost' as const, owner: 'luz' },
]
const asOf = '2025-04-01'

function series(definition: object) {
  const policy = { period: { unit: 'month' as const, history: 3 }, metrics: { 'close-rate': definition } }
  const { measurements, series } = measureAll({ opportunities }, { asOf, policy })
  const whole = series.find(({ metric, segment }) => metric === 'close-rate' && segment === undefined)
  const periods = whole?.kind === 'proportion' ? whole.periods.map(({ successes, trials }) => [successes, trials]) : []
  return { periods, current: measurements.find(({ metric }) => metric === 'close-rate') }
}

describe('the close rate over time', () => {
  it.each([
    [
      'by the month of closing',
      {},
      [
        [0, 0],
        [1, 2],
        [0, 0],
      ],
    ],
    [
      'by the month of creation',
      { basis: 'created', windowDays: 28 },
      [
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  ])('counts %s as the figure does', (_name, definition, expected) => {
    expect(series(definition).periods).toEqual(expected)
  })

  it('of money has no counts', () => {
    expect(series({ by: 'value', currency: 'EUR' }).periods).toEqual([])
  })
})
