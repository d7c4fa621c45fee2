import { describe, expect, it } from 'vitest'
import { keyResults } from '../../docs/examples/galleryData.js'
import { chartCheckIns } from '../../src/charts/index.js'
import type { PlottedKeyResult, PlottedPoint } from '../../src/charts/keyResultModel.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { plainMessages } from './words.js'

const messages = plainMessages()
const [first] = keyResults as unknown as [PlottedKeyResult]
const firstPoint = first.points[0] as PlottedPoint

describe('chartCheckIns', () => {
  const chart = chartCheckIns(keyResults, { messages })

  it('is a grid of steps with a glyph in every cell', () => {
    expect([chart.spec['width'], chart.spec['height']]).toEqual([{ step: 34 }, { step: 28 }])
    expect(layersOf(chart).map(({ mark }) => mark['type'])).toEqual(['rect', 'text'])
    expect(rowsOf(chart, undefined)).toHaveLength(5 * 4)
    expect(rowsOf(chart, undefined)[0]).toEqual({
      keyResult: 'Churn rate',
      checkIn: '2025-10-15',
      status: 'bad',
      glyph: '■',
      alt: 'Churn rate, 2025-10-15: off_track',
    })
  })

  it('shows a missing check-in as no data, never as a blank', () => {
    const cells = rowsOf(chart, undefined).filter(({ keyResult }) => keyResult === 'Second purchase within 60 days')
    expect(cells.map(({ glyph }) => glyph)).toEqual(['–', '–', '–', '–'])
    expect(chart.summary).toEqual({ code: 'chart.checkIns', params: { keyResults: 5, checkIns: 4, missing: 2 } })
  })

  it('has the days in order, whatever the order of the points', () => {
    const reversed = keyResults.map((item) => ({ ...item, points: [...item.points].reverse() }))
    expect(chartCheckIns(reversed, { messages })).toEqual(chart)
  })

  it('refuses a broken day', () => {
    const points = [{ ...firstPoint, on: 'today' }]
    expect(() => chartCheckIns([{ ...first, points }], { messages })).toThrow(
      errorAt('INVALID_INSTANT', 'keyResults[0].points[0].on'),
    )
  })
})
