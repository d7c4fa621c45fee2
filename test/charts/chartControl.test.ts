import { describe, expect, it } from 'vitest'
import { control } from '../../docs/examples/galleryData.js'
import type { PlottedControlPoint } from '../../src/charts/curveModel.js'
import { chartControl } from '../../src/charts/index.js'
import { palettes } from '../../src/charts/palette.js'
import type { MetricSeries } from '../../src/signals/model.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { renderSvg } from './renderSvg.js'
import { plainMessages } from './words.js'

const messages = plainMessages()

describe('chartControl', () => {
  const chart = chartControl(control, { messages })
  const [mean, upper, lower, target, line, points, corner] = layersOf(chart)

  it('has three limits, the target, the values and two separate words', () => {
    const types = layersOf(chart).map(({ mark }) => mark['type'])
    expect(types).toEqual(['line', 'line', 'line', 'rule', 'line', 'point', 'text'])
    for (const limit of [mean, upper, lower]) {
      expect(limit?.mark).toMatchObject({ interpolate: 'step-after', color: palettes.light.neutral, aria: false })
      expect(limit?.encoding['detail']).toEqual({ field: 'phase', type: 'nominal' })
    }
    expect([mean, upper, lower].map((limit) => limit?.mark['strokeDash'])).toEqual([undefined, [4, 4], [4, 4]])
    expect(rowsOf(chart, target)[0]).toMatchObject({ target: 0.04 })
    expect(line?.mark).toMatchObject({ strokeWidth: 1 })
    expect(rowsOf(chart, corner)).toEqual([{ text: 'chart.special · chart.assurance.inconsistent' }])
    expect(corner?.encoding).toMatchObject({ x: { value: 640 }, y: { value: -14 } })
  })

  it('breaks the limits where the phase changes, each phase up to its end', () => {
    const dates = rowsOf(chart, mean).filter(({ date }) => date === '2025-10-06')
    expect(dates.map(({ phase }) => phase)).toEqual([0, 1])
    expect(rowsOf(chart, mean).at(-1)?.['date']).toBe('2025-12-01')
  })

  it('draws special causes by colour and by the side they lie on', () => {
    const rows = rowsOf(chart, points)
    expect(rows).toHaveLength(25)
    expect(rows.find(({ value }) => value === 0.061)).toMatchObject({ kind: 'concern', shape: 'up' })
    expect(rows.filter(({ kind }) => kind === 'common').every(({ shape }) => shape === 'circle')).toBe(true)
    expect(rows.filter(({ kind }) => kind === 'improvement').map(({ shape }) => shape)).toContain('down')
  })

  it('draws values without limits when there are too few for any', async () => {
    const points = control.points.slice(0, 2).map((point) => ({ ...point, mean: null, lower: null, upper: null }))
    const few = chartControl({ ...control, points }, { messages })
    expect(layersOf(few).map(({ mark }) => mark['type'])).toEqual(['rule', 'line', 'point', 'text'])
    expect((await renderSvg(few.spec)).warnings).toEqual([])
  })

  it('leaves the target out without one', () => {
    const { target: _target, ...without } = control
    expect(layersOf(chartControl(without, { messages }), 'rule')).toEqual([])
  })

  it('sums up readings, limits and what lies outside', () => {
    expect(chart.summary.code).toBe('chart.control')
    expect(chart.summary.params).toEqual({
      metric: 'complaint-rate',
      unit: 'ratio',
      points: 25,
      mean: 0.0443,
      lower: 0.0443 - 0.008,
      upper: 0.0443 + 0.008,
      outside: 1,
      since: '2025-10-06',
      variation: 'special',
      assurance: 'inconsistent',
    })
  })

  it('titles by metric and segment', () => {
    const of = chartControl({ ...control, segment: { plan: 'Esencial', country: 'México' } }, { messages })
    expect(of.spec['title']).toEqual({ text: 'Complaint-rate · México · Esencial', anchor: 'start' })
  })

  it('refuses a broken limit or day', () => {
    const point = control.points[0] as PlottedControlPoint
    expect(() => chartControl({ ...control, points: [{ ...point, upper: Number.NaN }] }, { messages })).toThrow(
      errorAt('INVALID_NUMBER', 'control.points[0].upper'),
    )
    expect(() => chartControl({ ...control, points: [{ ...point, end: '' }] }, { messages })).toThrow(
      errorAt('INVALID_INSTANT', 'control.points[0].end'),
    )
    expect(() => chartControl(control, { messages, target: Number.NaN })).toThrow(
      errorAt('INVALID_OPTION', 'options.target'),
    )
  })
})

describe('chartControl of a series', () => {
  const day = (month: number): string => new Date(Date.UTC(2025, month, 1)).toISOString().slice(0, 10)
  const periods = (counts: readonly (number | null)[]) =>
    counts.map((successes, month) => ({
      start: day(month),
      end: day(month + 1),
      successes,
      trials: successes === null ? null : 1000,
    }))
  const series = (counts: readonly (number | null)[], better: 'up' | 'down' = 'down'): MetricSeries => ({
    metric: 'churn-rate',
    better,
    kind: 'proportion',
    periods: periods(counts),
  })

  it('computes the limits of shares', () => {
    const chart = chartControl(series([50, 40, 60, 50]), { messages })
    const spread = 3 * Math.sqrt((0.05 * 0.95) / 1000)
    expect(chart.table.rows[0]).toMatchObject({ value: 0.05, mean: 0.05, variation: 'common', phase: 0 })
    expect(chart.table.rows[0]?.['upper']).toBeCloseTo(0.05 + spread, 12)
    expect(chart.summary.params).toMatchObject({
      unit: 'ratio',
      outside: 0,
      variation: 'common',
      since: null,
      assurance: 'none',
    })
  })

  it('finds values beyond the limits, good or bad by the direction of the metric', () => {
    const bad = chartControl(series([50, 51, 49, 50, 52, 48, 50, 49, 90]), { messages })
    expect(bad.table.rows.map(({ variation }) => variation).at(-1)).toBe('concern')
    expect(bad.summary.params).toMatchObject({ variation: 'special', since: '2025-09-01', outside: 1 })
    const good = chartControl(series([50, 51, 49, 50, 52, 48, 50, 49, 90], 'up'), { messages })
    expect(good.table.rows.at(-1)?.['variation']).toBe('improvement')
  })

  it('finds runs of seven on one side of the mean, over missing periods', () => {
    const chart = chartControl(series([54, 54, 54, 54, null, 54, 54, 54, 44, 44, 44, 44]), { messages })
    const special = chart.table.rows.map(({ variation }) => variation)
    expect(special.slice(0, 8)).toEqual([
      'concern',
      'concern',
      'concern',
      'concern',
      'common',
      'concern',
      'concern',
      'concern',
    ])
    expect(special.slice(8)).toEqual(Array(4).fill('common'))
    expect(chart.table.rows[4]?.['value']).toBeNull()
  })

  it('says whether the limits meet the target', () => {
    const assurance = (target: number, better: 'up' | 'down') =>
      chartControl(series([50, 40, 60, 50], better), { messages, target }).summary.params['assurance']
    expect([assurance(0.1, 'down'), assurance(0.05, 'down'), assurance(0.01, 'down')]).toEqual([
      'pass',
      'inconsistent',
      'fail',
    ])
    expect([assurance(0.1, 'up'), assurance(0.05, 'up'), assurance(0.01, 'up')]).toEqual([
      'fail',
      'inconsistent',
      'pass',
    ])
  })

  it('widens the limits when the periods differ by more than chance', () => {
    const width = (counts: number[]) => {
      const [row] = chartControl(series(counts), { messages }).table.rows
      return Number(row?.['upper']) - Number(row?.['lower'])
    }
    expect(width([200, 20, 200, 20, 200, 20])).toBeGreaterThan(3 * width([110, 110, 110, 110, 110, 110]))
  })

  it('takes rates and values', () => {
    const rate: MetricSeries = {
      metric: 'complaint-rate',
      better: 'down',
      kind: 'rate',
      periods: [4, 5, 3, 6].map((count, month) => ({ start: day(month), end: day(month + 1), count, exposure: 100 })),
    }
    expect(chartControl(rate, { messages }).table.rows[0]).toMatchObject({ value: 0.04, mean: 0.045, lower: 0 })
    const value: MetricSeries = {
      metric: 'net-promoter-score',
      better: 'up',
      unit: 'points',
      kind: 'value',
      periods: [40, 42, null, 44].map((score, month) => ({ start: day(month), end: day(month + 1), value: score })),
    }
    const chart = chartControl(value, { messages })
    expect(chart.table.rows[0]).toMatchObject({ value: 40, mean: 42 })
    expect(chart.table.columns.find(({ key }) => key === 'value')?.kind).toBe('points')
  })

  it('draws a series without any observation as no data', () => {
    expect(chartControl(series([null, null]), { messages }).summary.code).toBe('status.no_data')
    expect(chartControl(series([]), { messages }).summary.code).toBe('status.no_data')
  })

  it('refuses a broken count, and a series without a direction', () => {
    expect(() => chartControl(series([Number.NaN]), { messages })).toThrow(
      errorAt('INVALID_NUMBER', 'control.periods[0].successes'),
    )
    expect(() => chartControl({ ...series([3]), better: 'left' as never }, { messages })).toThrow(
      errorAt('INVALID_INPUT', 'control.better'),
    )
  })
})

describe('the phases of a series', () => {
  const periods = [50, 52, 51, 20, 22, 21].map((value, index) => {
    return { start: `2026-0${index + 1}-01`, end: `2026-0${index + 2}-01`, value }
  })
  const series: MetricSeries = { metric: 'csat', better: 'up', kind: 'value', periods }

  it('have limits of their own', () => {
    const { table } = chartControl(series, { messages, phases: ['2026-04-01'] })
    expect(table.rows.map(({ phase, mean }) => [phase, mean])).toEqual([
      [0, 51],
      [0, 51],
      [0, 51],
      [1, 21],
      [1, 21],
      [1, 21],
    ])
  })

  it('are refused when they are no days', () => {
    expect(() => chartControl(series, { messages, phases: ['soon'] })).toThrow(
      errorAt('INVALID_INSTANT', 'options.phases[0]'),
    )
    expect(() => chartControl(series, { messages, phases: 'soon' as never })).toThrow(
      errorAt('INVALID_INPUT', 'options.phases'),
    )
  })
})
