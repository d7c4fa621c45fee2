import { describe, expect, it } from 'vitest'
import { compareToTarget } from '../../../src/metrics/comparison/compareToTarget.js'
import { rateChange } from '../../../src/metrics/comparison/rateChange.js'

describe('compareToTarget', () => {
  it.each([
    ['gte', 0.5, { met: true, status: 'met' }],
    ['gt', 0.5, { met: false, status: 'not_met' }],
    ['lte', 0.5, { met: true, status: 'met' }],
    ['lt', 0.5, { met: false, status: 'not_met' }],
  ] as const)('decides by the value alone without an interval: %s', (operator, target, expected) => {
    expect(compareToTarget({ value: 0.5 }, { operator, target })).toEqual(expected)
  })

  it('compares at 12 decimals', () => {
    expect(compareToTarget({ value: 0.1 + 0.2 }, { operator: 'lte', target: 0.3 }).met).toBe(true)
    expect(compareToTarget({ value: 0.3 + 1e-11 }, { operator: 'lte', target: 0.3 }).met).toBe(false)
  })

  it.each([
    [{ lower: 0.2, upper: 0.4 }, 'not_met'],
    [{ lower: 0.2, upper: 0.5 }, 'inconclusive'],
    [{ lower: 0.5, upper: 0.6 }, 'met'],
  ])('decides by both limits: %j', (interval, status) => {
    expect(compareToTarget({ value: 0.3, interval }, { operator: 'gte', target: 0.5 }).status).toBe(status)
  })

  it.each([
    [{ value: 1 }, { operator: 'eq', target: 1 }, 'INVALID_OPTION', 'options.operator'],
    [{ value: 1 }, { operator: 'lt' }, 'INVALID_OPTION', 'options.target'],
    [{ value: '1' }, { operator: 'lt', target: Number.NaN }, 'INVALID_OPTION', 'options.target'],
    [{}, { operator: 'lt', target: 1 }, 'INVALID_NUMBER', 'measurement.value'],
    [null, { operator: 'lt', target: 1 }, 'INVALID_INPUT', 'measurement'],
  ])('refuses %j with %j', (measurement, options, code, path) => {
    expect(() => compareToTarget(measurement as never, options as never)).toThrowError(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })
})

describe('rateChange', () => {
  const samples = { baseline: { successes: 300, trials: 1000 }, current: { successes: 100, trials: 1000 } }

  it('reads a target by its type', () => {
    const relative = rateChange(samples, { target: { type: 'relative', change: -0.5 } })
    expect(relative).toMatchObject({ value: -0.2, met: true, status: 'met' })
    const points = rateChange(samples, { target: { type: 'points', change: -0.5 } })
    expect(points).toMatchObject({ met: false, status: 'not_met' })
    expect(rateChange(samples, { target: { type: 'points', change: 0.1 } })).toMatchObject({ status: 'not_met' })
  })

  it('reaches exactly the change asked for', () => {
    const tenPoints = { baseline: { successes: 30, trials: 100 }, current: { successes: 20, trials: 100 } }
    expect(rateChange(tenPoints, { target: { type: 'points', change: -0.1 } }).met).toBe(true)
  })

  it('is null without trials', () => {
    const empty = { baseline: { successes: 0, trials: 0 }, current: { successes: 1, trials: 2 } }
    const change = rateChange(empty, { target: { type: 'points', change: 0.1 } })
    expect(change).toMatchObject({ value: null, reason: 'empty_base', relative: null, met: null, status: 'unknown' })
    expect(change).not.toHaveProperty('interval')
    expect(rateChange(empty)).not.toHaveProperty('status')
  })

  it.each([
    [{ target: { type: 'percent', change: 1 } }, 'options.target.type'],
    [{ target: { type: 'points' } }, 'options.target.change'],
    [{ target: { type: 'points', change: 0 } }, 'options.target.change'],
    [{ level: 1 }, 'options.level'],
    [{ method: 'wald' }, 'options'],
  ])('refuses the options %j', (options, path) => {
    expect(() => rateChange(samples, options as never)).toThrowError(
      expect.objectContaining({ code: 'INVALID_OPTION', details: expect.objectContaining({ path }) }),
    )
  })
})
