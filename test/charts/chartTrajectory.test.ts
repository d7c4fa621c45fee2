import { describe, expect, it } from 'vitest'
import { keyResults } from '../../docs/examples/galleryData.js'
import { chartTrajectory } from '../../src/charts/index.js'
import type { PlottedKeyResult } from '../../src/charts/keyResultModel.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { renderSvg } from './renderSvg.js'
import { plainMessages } from './words.js'

const messages = plainMessages()
const churn = keyResults[0] as PlottedKeyResult
const checklist = keyResults[4] as PlottedKeyResult

describe('chartTrajectory', () => {
  const chart = chartTrajectory(churn, { messages })

  it('has forecast, target, plan and check-ins, from back to front', () => {
    expect(layersOf(chart).map(({ mark }) => mark['type'])).toEqual(['area', 'rule', 'line', 'line', 'point'])
    expect(chart.spec['height']).toBe(220)
    const [area, rule, plan, , points] = layersOf(chart)
    expect(rowsOf(chart, area)).toEqual([
      { date: '2025-11-26', lower: 0.049, upper: 0.049 },
      { date: '2025-12-31', lower: 0.047, upper: 0.06 },
    ])
    expect(rowsOf(chart, rule)[0]).toMatchObject({ target: 0.0324 })
    expect(plan?.mark).toMatchObject({ strokeDash: [4, 4], interpolate: 'linear' })
    expect(rowsOf(chart, points).map(({ value, source }) => [value, source])).toEqual([
      [0.041, 'estimated'],
      [0.043, 'estimated'],
      [0.046, 'measured'],
      [0.049, 'measured'],
    ])
    expect(points?.encoding['shape']?.scale).toEqual({
      domain: ['measured', 'estimated'],
      range: ['circle', 'diamond'],
    })
    expect(points?.encoding['x']?.scale).toEqual({ type: 'utc' })
  })

  it('leaves the forecast out without one, or when it is over', () => {
    const without = chartTrajectory({ ...churn, forecast: null }, { messages })
    expect(layersOf(without, 'area')).toEqual([])
    const over = chartTrajectory(
      { ...churn, plan: churn.plan.map((point) => ({ ...point, on: '2025-11-01' })) },
      { messages },
    )
    expect(layersOf(over, 'area')).toEqual([])
  })

  it('draws progress against 1 for kinds without values', () => {
    const progress = chartTrajectory(checklist, { messages })
    expect(rowsOf(progress, layersOf(progress, 'rule')[0])[0]).toMatchObject({ target: 1 })
    expect(rowsOf(progress, layersOf(progress, 'point')[0]).map(({ value }) => value)).toEqual([0.2, 0.4, 0.6, 0.6])
    expect(progress.summary.params).toMatchObject({ unit: 'ratio', target: 1, value: 0.6, date: '2025-11-26' })
  })

  it('draws durations in hours and keeps milliseconds in the summary', () => {
    const hour = 3_600_000
    const points = [
      {
        on: '2025-11-26',
        value: 6 * hour,
        progress: 0.2,
        status: 'at_risk',
        confidence: null,
        source: 'measured' as const,
      },
    ]
    const slow = {
      ...churn,
      unit: 'milliseconds' as const,
      score: { progress: 0.2, target: 4 * hour },
      points,
      plan: [],
      forecast: null,
    }
    const hours = chartTrajectory(slow, { messages })
    expect(rowsOf(hours, layersOf(hours, 'point')[0])[0]).toMatchObject({ value: 6, alt: '2025-11-26: 6 h (measured)' })
    expect(hours.summary.params).toMatchObject({ value: 6 * hour, target: 4 * hour, unit: 'milliseconds' })
  })

  it('steps with a plan in steps', () => {
    const stepped = chartTrajectory({ ...churn, forecast: { interval: null, plan: { kind: 'step' } } }, { messages })
    expect(layersOf(stepped, 'line')[0]?.mark).toMatchObject({ interpolate: 'step-after' })
  })

  it('draws plan and target alone without a value', async () => {
    const points = churn.points.map((point) => ({ ...point, value: null }))
    const waiting = chartTrajectory({ ...churn, points }, { messages })
    expect(layersOf(waiting).map(({ mark }) => mark['type'])).toEqual(['rule', 'line'])
    expect((await renderSvg(waiting.spec)).warnings).toEqual([])
    expect(waiting.summary.params).toMatchObject({ checkIns: 0, value: null, date: null })
  })

  it('does not depend on the order of points', () => {
    const reversed = { ...churn, points: [...churn.points].reverse(), plan: [...churn.plan].reverse() }
    expect(chartTrajectory(reversed, { messages })).toEqual(chart)
  })

  it('refuses a broken day, number or key result', () => {
    const point = churn.points[0]
    const withPoint = (change: object) => ({ ...churn, points: [{ ...point, ...change }] }) as PlottedKeyResult
    expect(() => chartTrajectory(withPoint({ on: '2025-02-30' }), { messages })).toThrow(
      errorAt('INVALID_INSTANT', 'keyResult.points[0].on'),
    )
    expect(() => chartTrajectory(withPoint({ on: '1899-12-31' }), { messages })).toThrow(
      errorAt('INVALID_INSTANT', 'keyResult.points[0].on'),
    )
    expect(() => chartTrajectory(withPoint({ value: Number.NaN }), { messages })).toThrow(
      errorAt('INVALID_NUMBER', 'keyResult.points[0].value'),
    )
    expect(() => chartTrajectory(null as never, { messages })).toThrow(errorAt('INVALID_INPUT', 'keyResult'))
  })
})

describe('a key result that keeps something', () => {
  it('is drawn in its values against the bound', () => {
    const [first] = keyResults
    if (first === undefined) return expect.unreachable()
    const kept = {
      ...first,
      score: { progress: 1 },
      plan: [],
      forecast: null,
      condition: { operator: 'lte', bound: '0.04' },
    }
    const { summary, table } = chartTrajectory(kept, { messages })
    expect(summary.params['target']).toBe(0.04)
    expect(summary.params['value']).toBe(0.049)
    expect(table.rows.some(({ series, value }) => series === 'target' && value === 0.04)).toBe(true)
  })
})
