import { describe, expect, it } from 'vitest'
import { responses } from '../../docs/examples/galleryData.js'
import { chartResponseTimes } from '../../src/charts/index.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { plainMessages } from './words.js'

const messages = plainMessages()
const hour = 3_600_000

describe('chartResponseTimes', () => {
  const chart = chartResponseTimes(responses, { messages, promise: 0.9 })

  it('has limits with their names, the promise and the share answered', () => {
    const [limits, names, promise, line] = layersOf(chart)
    expect(layersOf(chart).map(({ mark }) => mark['type'])).toEqual(['rule', 'text', 'rule', 'line'])
    expect(rowsOf(chart, limits)).toEqual([
      { hours: 4, text: '4 h' },
      { hours: 24, text: '24 h' },
    ])
    expect(names?.encoding['y']).toEqual({ value: 2 })
    expect(rowsOf(chart, promise)).toEqual([{ share: 0.9 }])
    expect(line?.mark).toMatchObject({ interpolate: 'step-after' })
    expect(line?.encoding['x']?.scale).toEqual({ type: 'log', nice: false })
    expect(rowsOf(chart, line)[0]?.['alt']).toBe('61 % ≤ 4 h, 86 % ≤ 24 h')
  })

  it('draws what took less than a minute at one minute', () => {
    const curve = [
      { time: 0, survival: 0.9 },
      { time: 2 * hour, survival: 0.5 },
    ]
    const short = chartResponseTimes({ value: hour, completed: 5, open: 5, curve }, { messages })
    const [first, second] = rowsOf(short, layersOf(short, 'line')[0])
    expect(first?.['hours']).toBe(1 / 60)
    expect(first?.['share']).toBeCloseTo(0.1, 12)
    expect(second).toMatchObject({ hours: 2, share: 0.5, alt: '50 % ≤ 2 h' })
    expect(layersOf(short)).toHaveLength(1)
  })

  it('reads the share by a limit from the curve, not from the counts', () => {
    const counts = { [String(hour)]: 3, [String(5 * hour)]: 120, '1': 0 }
    const chart = chartResponseTimes({ ...responses, within: counts }, { messages })
    const limits = chart.table.rows.filter(({ series }) => series === 'limit')
    expect(limits.map(({ share }) => Number(share).toFixed(2))).toEqual(['0.00', '0.28', '0.61'])
  })

  it('draws what can be seen of a long curve, and has all of it in the table', () => {
    const curve = Array.from({ length: 5000 }, (_, index) => ({
      time: (index + 1) * 60_000,
      survival: 1 - (index + 1) / 5000,
    }))
    const long = chartResponseTimes({ value: hour, completed: 5000, open: 0, curve }, { messages })
    const rows = rowsOf(long, layersOf(long, 'line')[0])
    expect(rows.length).toBeLessThan(260)
    expect([rows[0]?.['hours'], rows.at(-1)?.['share']]).toEqual([1 / 60, 1])
    expect(long.table.rows).toHaveLength(5000)
  })

  it('sums up the shortest limit', () => {
    expect(chart.summary).toEqual({
      code: 'chart.responseTimes',
      params: { completed: 143, open: 9, median: 2.4 * hour, limit: 4 * hour, share: 0.61 },
    })
  })

  it('refuses a promise that is no share, and broken steps', () => {
    for (const promise of [-0.1, 1.1, Number.NaN, '1' as never]) {
      expect(() => chartResponseTimes(responses, { messages, promise })).toThrow(
        errorAt('INVALID_OPTION', 'options.promise'),
      )
    }
    const curve = [{ time: Infinity, survival: 0.5 }]
    expect(() => chartResponseTimes({ ...responses, curve }, { messages })).toThrow(
      errorAt('INVALID_NUMBER', 'responses.curve[0].time'),
    )
  })
})
