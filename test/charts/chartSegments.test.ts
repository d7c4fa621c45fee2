import { describe, expect, it } from 'vitest'
import { segments } from '../../docs/examples/galleryData.js'
import { chartSegments } from '../../src/charts/index.js'
import { palettes } from '../../src/charts/palette.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { plainMessages } from './words.js'

const messages = plainMessages()
const row = (segment: string, value: number | null, lower: number, upper: number) => {
  const interval = { lower, upper, level: 0.95, method: 'given' }
  const measurement = { value, unit: 'ratio' as const, sampleSize: 50, interval }
  return { by: 'plan', segment, metric: 'net-revenue-retention', measurement, verdict: 'none' as const }
}

describe('chartSegments', () => {
  const chart = chartSegments(segments, { messages })

  it('has the reference, the intervals and the estimates, the largest first', () => {
    const [reference, rules, points] = layersOf(chart)
    expect(rowsOf(chart, reference)[0]?.['reference']).toBeCloseTo(81 / 1640, 12)
    expect(rowsOf(chart, rules).map(({ segment }) => segment)).toEqual(['Esencial', 'Empresa', 'Equipo'])
    expect(rules?.mark).toMatchObject({ type: 'rule', strokeWidth: 2 })
    expect(points?.encoding['size']?.scale).toEqual({ range: [40, 220] })
    expect(points?.encoding['color']?.scale?.['range']).toEqual([
      palettes.light.bad,
      palettes.light.neutral,
      palettes.light.good,
    ])
    expect(points?.encoding['x']?.scale).toEqual({ zero: false })
  })

  it('does not depend on the order of the segments', () => {
    expect(chartSegments([...segments].reverse(), { messages })).toEqual(chart)
  })

  it('takes a reference, and has none when it cannot know one', () => {
    const given = chartSegments(segments, { messages, reference: 0.03 })
    expect(rowsOf(given, layersOf(given)[0])).toEqual([{ reference: 0.03 }])
    const without = chartSegments([row('A', 0.3, 0.2, 0.4)], { messages })
    expect(layersOf(without)).toHaveLength(2)
  })

  it('draws ratios on a logarithm around 1, unless one reaches 0', () => {
    const ratios = chartSegments([row('A', 1.4, 0.9, 2.2), row('B', 0.7, 0.5, 1)], { messages })
    expect(rowsOf(ratios, layersOf(ratios)[0])).toEqual([{ reference: 1 }])
    expect(layersOf(ratios, 'point')[0]?.encoding['x']?.scale).toEqual({ type: 'log' })
    const zero = chartSegments([row('A', 1.4, 0, 2.2)], { messages })
    expect(layersOf(zero, 'point')[0]?.encoding['x']?.scale).toEqual({ zero: false })
  })

  it('leaves out segments without a value', () => {
    expect(chartSegments([row('A', null, 0, 0), row('B', 0.3, 0.2, 0.4)], { messages }).table.rows).toHaveLength(1)
  })

  it('counts verdicts', () => {
    expect(chart.summary).toEqual({
      code: 'chart.segments',
      params: { metric: 'churn-rate', segments: 3, risk: 1, safer: 1 },
    })
  })

  it('refuses broken numbers', () => {
    expect(() => chartSegments([row('A', 0.3, Number.NaN, 1)], { messages })).toThrow(
      errorAt('INVALID_NUMBER', 'segments[0].measurement.interval.lower'),
    )
    expect(() => chartSegments(segments, { messages, reference: Number.NaN })).toThrow(
      errorAt('INVALID_OPTION', 'options.reference'),
    )
  })
})
