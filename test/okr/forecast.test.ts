import { describe, expect, it } from 'vitest'
import { type ForecastData, forecastKeyResult, noChangeProbability } from '../../src/okr/index.js'
import { errorAt, frozen } from './errorAt.js'

const weeks = ['2026-01-01', '2026-01-08', '2026-01-15', '2026-01-22', '2026-01-29', '2026-02-05']
const base = { firstDay: '2026-01-01', lastDay: '2026-04-02', target: 1, operator: 'gte' } as const

function forecast(values: (number | string | null)[], more: Partial<ForecastData> = {}, asOf = '2026-02-05') {
  const readings = values.map((value, index) => ({ on: weeks[index] ?? '', value }))
  return forecastKeyResult(frozen({ ...base, readings, ...more }), { asOf })
}

describe('forecastKeyResult', () => {
  const rising = ['0', '0.1', '0.18', '0.3', '0.4']

  it('does not depend on the order of the readings', () => {
    const readings = rising.map((value, index) => ({ on: weeks[index] ?? '', value }))
    const turned = forecastKeyResult({ ...base, readings: [...readings].reverse() }, { asOf: '2026-02-05' })
    expect(turned).toEqual(forecast(rising))
  })

  it('skips what has no value and what lies outside its days or after the day of the forecast', () => {
    const outside = [
      { on: '2025-12-31', value: 9 },
      { on: '2026-02-06', value: 9 },
      { on: '2026-01-10', value: null },
    ]
    const readings = [...rising.map((value, index) => ({ on: weeks[index] ?? '', value })), ...outside]
    expect(forecastKeyResult({ ...base, readings }, { asOf: '2026-02-05' })).toEqual(forecast(rising))
  })

  it('lets the last reading of a day count', () => {
    const readings = [
      ...rising.map((value, index) => ({ on: weeks[index] ?? '', value })),
      { on: '2026-01-29', value: '0.5' },
    ]
    expect(forecastKeyResult({ ...base, readings }, { asOf: '2026-02-05' }).mean).toBe(1.625)
  })

  it('mirrors', () => {
    const up = forecast(rising)
    const down = forecast(
      rising.map((value) => (value === '0' ? value : `-${value}`)),
      { target: -1, operator: 'lte' },
    )
    expect(down.probability).toBe(up.probability)
    expect(down.mean).toBe(-(up.mean ?? 0))
  })

  it('knows no unit of the metric', () => {
    const scaled = forecast(
      rising.map((value) => Number(value) * 1000),
      { target: 1000 },
    )
    expect(scaled.probability).toBeCloseTo(forecast(rising).probability ?? 0, 12)
  })

  it('is certain without deviation, by the operator', () => {
    const flat = [0, 0.1, 0.2, 0.3, 0.4]
    const days = { lastDay: '2026-03-12' }
    expect(forecast(flat, days)).toMatchObject({ mean: 1, probability: 1, zeroVariance: true, standardDeviation: 0 })
    expect(forecast(flat, { ...days, operator: 'gt' })).toMatchObject({ probability: 0, zeroVariance: true })
  })

  it.each<[string, ReturnType<typeof forecast>, string]>([
    ['four readings', forecast(rising.slice(1)), 'insufficient_history'],
    ['a reading of the last day', forecast(rising, { lastDay: '2026-01-29' }), 'period_ended'],
    ['a step plan', forecast(rising, { plan: { kind: 'step' } }), 'insufficient_history'],
    [
      'a rate on a plan that stands',
      forecast(rising, { plan: { kind: 'lag', days: 60 }, nature: 'rate' }),
      'insufficient_history',
    ],
  ])('has no answer for %s', (_, answer, reason) => {
    expect(answer).toMatchObject({ probability: null, mean: null, interval: null, reason })
  })

  it('has no answer where the plan hardly moves and the numbers are huge', () => {
    const plan = {
      kind: 'phased',
      points: [
        { elapsed: 0, expected: 0 },
        { elapsed: '0.9', expected: '0.000000000001' },
        { elapsed: 1, expected: 1 },
      ],
    } as const
    const huge = forecast([0, 9e14, -9e14, 9e14, -9e14], { plan, target: 1e14 })
    expect(JSON.parse(JSON.stringify(huge))).toEqual(huge)
  })

  it('answers about its own level', () => {
    const { interval } = forecastKeyResult(
      { ...base, readings: rising.map((value, index) => ({ on: weeks[index] ?? '', value })) },
      { asOf: '2026-02-05', level: '0.5' },
    )
    expect(interval?.level).toBe(0.5)
  })

  it.each<[string, Partial<ForecastData>, string, string]>([
    ['an operator', { operator: 'between' as never }, 'INVALID_CONDITION', 'operator'],
    ['a nature', { nature: 'wild' as never }, 'INVALID_INPUT', 'nature'],
    ['a target', { target: 'much' }, 'INVALID_NUMBER', 'target'],
    ['a plan', { plan: { kind: 'lag', days: 91 } }, 'INVALID_PLAN', 'plan.days'],
  ])('refuses %s that is none', (_, more, code, path) => {
    expect(() => forecast(rising, more)).toThrow(errorAt(code, path))
  })
})

describe('noChangeProbability', () => {
  const ask = (history: (number | null)[], target: number, nature?: 'level' | 'rate') =>
    noChangeProbability(frozen({ history, target, operator: 'gte', ...(nature === undefined ? {} : { nature }) }))

  it('goes on from the last known value of a level, also over a gap', () => {
    const level = ask([100, 110, null, 118, 131, 140], 150, 'level')
    expect(level).toMatchObject({ mean: 150, degreesOfFreedom: 3, probability: 0.5, verdict: 'plausible' })
    expect(ask([100, 110, 118, 131, 140], 150, 'level')).toEqual(level)
  })

  it('says what is no change and what is out of reach', () => {
    expect(ask([5, 6, 5, 6, 5], 4).verdict).toBe('business_as_usual')
    expect(ask([5, 6, 5, 6, 5], 60).verdict).toBe('moonshot')
  })

  it('has no answer for four known periods', () => {
    expect(ask([5, null, 5, 6, 5], 4)).toMatchObject({
      probability: null,
      verdict: null,
      reason: 'insufficient_history',
    })
  })
})
