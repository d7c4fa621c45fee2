import { describe, expect, it } from 'vitest'
import { signals } from '../../docs/examples/galleryData.js'
import { chartSignals } from '../../src/charts/index.js'
import type { PlottedFinding } from '../../src/charts/model.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { plainMessages } from './words.js'

const messages = plainMessages()
const finding: PlottedFinding = { code: 'nps.fall', severity: 'warning', subject: 'net-promoter-score' }

describe('chartSignals', () => {
  const chart = chartSignals(signals, { messages })

  it('draws each finding from its first day to the day of the verdict, the most severe and oldest first', () => {
    const rows = rowsOf(chart, layersOf(chart, 'bar')[0])
    expect(rows.map(({ from, to, status, subject }) => [from, to, status, subject])).toEqual([
      ['2025-04-01', '2025-12-01', 'bad', 'churn-rate · Esencial'],
      ['2025-11-01', '2025-12-01', 'bad', 'complaint-rate'],
      ['2025-11-01', '2025-12-01', 'warning', 'complaint-rate · delivery'],
      ['2025-12-01', '2025-12-01', 'warning', 'net-promoter-score / churn-rate'],
      ['2025-07-01', '2025-12-01', 'neutral', 'participation-rate'],
    ])
    expect(rows.map(({ finding: name }) => name)).toContain('title.dissatisfaction.spike (2)')
    expect(layersOf(chart).map(({ mark }) => mark['type'])).toEqual(['bar', 'point', 'text'])
  })

  it('calls the field finding, since signal is a word of Vega', () => {
    expect(JSON.stringify(chart.spec)).not.toContain('"signal"')
  })

  it('does not depend on the order of results and findings', () => {
    const reversed = [...signals].reverse().map((item) => ({ ...item, findings: [...item.findings].reverse() }))
    expect(chartSignals(reversed, { messages })).toEqual(chart)
  })

  it('counts severities', () => {
    expect(chart.summary).toEqual({
      code: 'chart.signals',
      params: { findings: 5, critical: 2, warning: 2, info: 1, since: '2025-04-01' },
    })
  })

  it('counts all when it shows the first 500', () => {
    const many = chartSignals([{ asOf: '2025-12-01', findings: Array.from({ length: 600 }, () => finding) }], {
      messages,
    })
    expect(many.summary.params).toEqual({ shown: 500, total: 600 })
    expect(rowsOf(many, undefined)).toHaveLength(500)
  })

  it('refuses broken days', () => {
    expect(() => chartSignals([{ asOf: 'now', findings: [] }], { messages })).toThrow(
      errorAt('INVALID_INSTANT', 'signals[0].asOf'),
    )
    const late = [{ asOf: '2025-12-01', findings: [{ ...finding, since: '2201-01-01' }] }]
    expect(() => chartSignals(late, { messages })).toThrow(errorAt('INVALID_INSTANT', 'signals[0].findings[0].since'))
  })
})
