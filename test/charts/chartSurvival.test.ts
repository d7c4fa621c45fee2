import { describe, expect, it } from 'vitest'
import { survival } from '../../docs/examples/galleryData.js'
import { chartSurvival } from '../../src/charts/index.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { plainMessages } from './words.js'

const messages = plainMessages()
const step = { time: 3, atRisk: 20, events: 1, survival: 0.95, lower: 0.8, upper: 0.99 }

describe('chartSurvival', () => {
  const chart = chartSurvival(survival, { messages })

  it('begins at 1 and ends at the last time with ten at risk; the table has it all', () => {
    const rows = rowsOf(chart, undefined)
    expect(rows.filter(({ time }) => time === 0).map(({ survival: share }) => share)).toEqual([1, 1, 1])
    const small = rows.filter(({ segment }) => segment === 'Empresa')
    const inTable = chart.table.rows.filter(({ segment }) => segment === 'Empresa')
    expect(inTable).toHaveLength(25)
    expect(small.length).toBeLessThan(25)
    expect(inTable[small.length - 1]?.['atRisk']).toBeGreaterThanOrEqual(10)
    expect(inTable[small.length]?.['atRisk']).toBeLessThan(10)
  })

  it('has a band and a line in steps, told apart by colour and dashes', () => {
    const [band, line] = layersOf(chart)
    expect(band?.mark).toMatchObject({ type: 'area', interpolate: 'step-after', fillOpacity: 0.25 })
    expect(line?.mark).toMatchObject({ type: 'line', interpolate: 'step-after' })
    expect(line?.encoding['color']?.['field']).toBe('segment')
    expect(line?.encoding['strokeDash']?.['field']).toBe('segment')
  })

  it('draws no band where there is no interval', () => {
    const curve = { steps: [{ ...step, survival: 0, lower: null, upper: null }], median: 3, sampleSize: 20 }
    const rows = rowsOf(chartSurvival([{ name: 'A', curve }], { messages }), undefined)
    expect(rows.at(-1)).toMatchObject({ survival: 0, lower: 0, upper: 0 })
  })

  it('does not add a start to a curve that has one', () => {
    const curve = { steps: [{ ...step, time: 0, survival: 1 }, step], median: null, sampleSize: 20 }
    expect(rowsOf(chartSurvival([{ name: 'A', curve }], { messages }), undefined)).toHaveLength(2)
  })

  it('sums up the first curve', () => {
    expect(chart.summary.code).toBe('chart.survival')
    expect(chart.summary.params).toMatchObject({
      name: 'Esencial',
      curves: 3,
      sampleSize: 1020,
      median: 420,
      time: 720,
    })
  })

  it('refuses a broken step', () => {
    const curve = { steps: [{ ...step, survival: Number.NaN }], median: null, sampleSize: 20 }
    expect(() => chartSurvival([{ name: 'A', curve }], { messages })).toThrow(
      errorAt('INVALID_NUMBER', 'curves[0].curve.steps[0].survival'),
    )
  })
})
