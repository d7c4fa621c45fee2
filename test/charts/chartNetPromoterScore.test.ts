import { describe, expect, it } from 'vitest'
import { netPromoterScores } from '../../docs/examples/galleryData.js'
import { chartNetPromoterScore } from '../../src/charts/index.js'
import { palettes } from '../../src/charts/palette.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { plainMessages } from './words.js'

const messages = plainMessages()

describe('chartNetPromoterScore', () => {
  const chart = chartNetPromoterScore(netPromoterScores, { messages })
  const [bars, texts] = layersOf(chart)

  it('centres passives on 0, detractors left of them, promoters right', () => {
    const measurement = { value: 20, sampleSize: 10, promoters: 4, passives: 4, detractors: 2 }
    const rows = rowsOf(chartNetPromoterScore([{ group: 'A', measurement }], { messages }), undefined)
    expect(rows.map(({ part, from, to }) => [part, from, to])).toEqual([
      ['detractors', -0.4, -0.2],
      ['passives', -0.2, 0.2],
      ['promoters', 0.2, 0.6000000000000001],
    ])
    expect(rows[2]?.['alt']).toBe('A, promoters: 40 % (n=4)')
  })

  it('has no bar of -0 without passives', () => {
    const measurement = { value: 0, sampleSize: 2, promoters: 1, passives: 0, detractors: 1 }
    const rows = rowsOf(chartNetPromoterScore([{ group: 'A', measurement }], { messages }), undefined)
    expect(rows.some(({ from, to }) => Object.is(from, -0) || Object.is(to, -0))).toBe(false)
  })

  it('says score, answers and margin beside the bars, or that there are none', () => {
    expect(rowsOf(chart, texts).map(({ group, text }) => [group, text])).toEqual([
      ['everybody', 'nps 39 (n=210, ±9)'],
      ['Esencial', 'nps 58 (n=120, ±12)'],
      ['Empresa', 'nps: status.no_data'],
    ])
    expect(texts?.encoding['x']).toEqual({ value: 648 })
    expect(bars?.encoding['x']?.scale).toEqual({ domain: [-1, 1] })
    expect(bars?.encoding['fill']?.scale?.['range']).toEqual([
      palettes.light.bad,
      palettes.light.ranges[0],
      palettes.light.good,
    ])
  })

  it('sums up the first group', () => {
    expect(chart.summary).toEqual({
      code: 'chart.netPromoterScore',
      params: { groups: 3, score: 39, sampleSize: 210, lower: 30, upper: 48 },
    })
  })

  it('refuses a count that is no number', () => {
    const measurement = { value: 0, sampleSize: 2, promoters: Number.NaN, passives: 0, detractors: 1 }
    expect(() => chartNetPromoterScore([{ group: 'A', measurement }], { messages })).toThrow(
      errorAt('INVALID_NUMBER', 'groups[0].measurement.promoters'),
    )
  })
})
