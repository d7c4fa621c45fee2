import { describe, expect, it } from 'vitest'
import { contradictions } from '../../docs/examples/galleryData.js'
import { chartContradictions } from '../../src/charts/index.js'
import { palettes } from '../../src/charts/palette.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { plainMessages } from './words.js'

const messages = plainMessages()
const limits = { netPromoterScore: 50, churnRate: 0.05 }
const pair = (segment: string, nps: number, churn: number) =>
  [
    ['net-promoter-score', nps],
    ['churn-rate', churn],
  ].map(([metric, value]) => ({
    by: 'plan',
    segment,
    metric: String(metric),
    measurement: { value: Number(value), unit: 'ratio' as const, sampleSize: 40 },
    verdict: 'none' as const,
  }))

describe('chartContradictions', () => {
  it.each([
    ['happy and leaving', 60, 0.08, true],
    ['unhappy and staying', 40, 0.02, true],
    ['happy and staying', 60, 0.02, false],
    ['unhappy and leaving', 40, 0.08, false],
    ['on the limit of the score', 50, 0.08, false],
    ['on the limit of churn', 60, 0.05, false],
    ['on both limits', 50, 0.05, false],
  ])('%s', (name, nps, churn, expected) => {
    const chart = chartContradictions(pair(name, nps, churn), { messages, limits })
    const [row] = rowsOf(chart, undefined)
    expect(row).toMatchObject({ nps, churn, contradictory: expected })
    expect(row?.['segment']).toBe(expected ? `${name} · contradictory` : name)
    expect(chart.table.rows[0]?.['contradictory']).toBe(expected ? 'yes' : 'no')
  })

  it('marks nothing without limits', () => {
    const chart = chartContradictions(contradictions, { messages })
    expect(layersOf(chart, 'rule')).toEqual([])
    expect(chart.summary.params).toMatchObject({ segments: 3, contradictory: 0, netPromoterScore: null })
  })

  it('marks contradictions by shape and colour', () => {
    const chart = chartContradictions(contradictions, { messages, limits })
    const [point] = layersOf(chart, 'point')
    expect(layersOf(chart, 'rule')).toHaveLength(2)
    expect(point?.encoding['shape']?.scale).toEqual({ domain: [false, true], range: ['circle', 'diamond'] })
    expect(point?.encoding['color']).toEqual({
      condition: { test: { field: 'contradictory', equal: true }, value: palettes.light.bad },
      value: palettes.light.neutral,
    })
  })

  it('needs both metrics of a segment, by the same segmentation', () => {
    const [nps, churn] = pair('A', 60, 0.08)
    if (nps === undefined || churn === undefined) throw new Error('no pair')
    expect(chartContradictions([nps], { messages, limits }).table.rows).toEqual([])
    expect(chartContradictions([nps, { ...churn, by: 'country' }], { messages, limits }).table.rows).toEqual([])
  })

  it('does not depend on the order of the segments', () => {
    const chart = chartContradictions(contradictions, { messages, limits })
    expect(chartContradictions([...contradictions].reverse(), { messages, limits })).toEqual(chart)
  })

  it('refuses broken limits', () => {
    const at = (broken: object) => () => chartContradictions([], { messages, limits: broken as typeof limits })
    expect(at({ netPromoterScore: 50 })).toThrow(errorAt('INVALID_OPTION', 'options.limits.churnRate'))
    expect(at({ ...limits, more: 1 })).toThrow(errorAt('INVALID_OPTION', 'options.limits'))
  })
})
