import { describe, expect, it } from 'vitest'
import { keyResults } from '../../docs/examples/galleryData.js'
import { chartConfidence } from '../../src/charts/index.js'
import type { PlottedKeyResult, PlottedPoint } from '../../src/charts/keyResultModel.js'
import { palettes } from '../../src/charts/palette.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { plainMessages } from './words.js'

const messages = plainMessages()
const [first, second] = keyResults as unknown as [PlottedKeyResult, PlottedKeyResult]
const firstPoint = first.points[0] as PlottedPoint

describe('chartConfidence', () => {
  const chart = chartConfidence(keyResults, { messages })

  it('has the limit, a stepped line a key result and its points', () => {
    const [limit, line, points] = layersOf(chart)
    expect(rowsOf(chart, limit)).toEqual([{ limit: 0.4 }])
    expect(limit?.mark).toMatchObject({ type: 'rule', color: palettes.light.bad, strokeDash: [2, 2] })
    expect(line?.mark).toMatchObject({ type: 'line', interpolate: 'step-after' })
    expect(line?.encoding['y']?.scale).toEqual({ domain: [0, 1] })
    expect(line?.encoding['color']?.scale?.['range']).toEqual([...palettes.light.series, palettes.light.neutral])
    expect(points?.mark).toMatchObject({ type: 'point', size: 40 })
    expect(rowsOf(chart, points)[0]).toEqual({
      keyResult: 'Churn rate',
      date: '2025-10-15',
      confidence: 0.6,
      alt: 'Churn rate, 2025-10-15: 60 %',
    })
  })

  it('leaves out key results and check-ins without confidence', () => {
    const points = (keyResults[0]?.points ?? []).map((point, index) => ({
      ...point,
      confidence: index === 0 ? null : 0.5,
    }))
    const few = chartConfidence(
      [
        { ...first, points },
        { ...second, points: [] },
      ],
      { messages },
    )
    expect(few.table.rows).toHaveLength(3)
    expect(layersOf(few, 'line')[0]?.encoding['color']?.scale?.['domain']).toEqual(['Churn rate'])
  })

  it('sums up how confident people are now', () => {
    expect(chart.summary).toEqual({
      code: 'chart.confidence',
      params: { keyResults: 5, low: 1, lowest: 0.2, highest: 0.9, limit: 0.4 },
    })
  })

  it('refuses a confidence that is no number', () => {
    const points = [{ ...firstPoint, confidence: '0.5' as never }]
    expect(() => chartConfidence([{ ...first, points }], { messages })).toThrow(
      errorAt('INVALID_NUMBER', 'keyResults[0].points[0].confidence'),
    )
  })
})
