import { describe, expect, it } from 'vitest'
import { attainmentEvidence, type Condition, changeEvidence, isAttained, type Measured } from '../../src/okr/index.js'
import { errorAt, frozen } from './errorAt.js'

const interval = (lower: number, upper: number, level = 0.95) => ({ lower, upper, level, method: 'bootstrap' })
const stated = (value: number, lower: number, upper: number) => ({ value, interval: interval(lower, upper) })

describe('attainmentEvidence', () => {
  const band = { operator: 'between', lower: 10, upper: 20 } as const
  const open = { ...band, exclusive: true } as const

  it.each<[Measured, Condition, string]>([
    [stated(61, 60, 70), { operator: 'gte', bound: 60 }, 'attained_clear'],
    [stated(61, 60, 70), { operator: 'gt', bound: 60 }, 'attained_uncertain'],
    [stated(59, 50, 59.9), { operator: 'gte', bound: 60 }, 'missed_clear'],
    [stated(59, 50, 60), { operator: 'gte', bound: 60 }, 'missed_uncertain'],
    [stated(59, 50, 60), { operator: 'lte', bound: 60 }, 'attained_clear'],
    [stated(15, 10, 20), band, 'attained_clear'],
    [stated(15, 10, 20), open, 'attained_uncertain'],
    [stated(15, 9, 18), band, 'attained_uncertain'],
    [stated(5, 1, 9), band, 'missed_clear'],
    [stated(25, 21, 30), band, 'missed_clear'],
    [stated(9, 1, 12), band, 'missed_uncertain'],
    [stated(9, 1, 30), band, 'missed_uncertain'],
  ])('of %j against %j is %s', (measured, condition, verdict) => {
    const evidence = attainmentEvidence(frozen({ measured, condition }))
    expect(evidence.verdict).toBe(verdict)
    expect(evidence.attained).toBe(isAttained({ value: evidence.value, condition }))
  })

  it('reads a pair as counts only when it cannot be anything else', () => {
    const condition = { operator: 'gte', bound: '0.3' } as const
    const method = (more: object) => {
      const pair = { value: 0.3, numerator: 33, denominator: 110, interval: interval(0.1, 0.5), ...more }
      return attainmentEvidence({ measured: pair as Measured, condition }).interval?.method
    }
    expect(method({})).toBe('wilson')
    expect(method({ unit: 'ratio', sampleSize: 110 })).toBe('wilson')
    expect(method({ numerator: '33', denominator: '110' })).toBe('wilson')
    expect(method({ unit: 'points' })).toBe('bootstrap')
    expect(method({ sampleSize: 4 })).toBe('bootstrap')
    expect(method({ value: 0.31 })).toBe('bootstrap')
    expect(method({ numerator: 33.5, denominator: 110 })).toBe('bootstrap')
    expect(method({ numerator: 0, denominator: 0 })).toBe('bootstrap')
    expect(method({ value: 1.1, numerator: 121, denominator: 110 })).toBe('bootstrap')
  })

  it.each<[Measured, string, boolean | null]>([
    [{ value: null }, 'not_measured', null],
    [{ numerator: 0, denominator: 0 }, 'zero_denominator', null],
    [{ value: 0.5 }, 'no_interval', true],
  ])('of %j has no verdict: %s', (measured, reason, attained) => {
    const condition = { operator: 'gte', bound: '0.3' } as const
    expect(attainmentEvidence({ measured, condition })).toMatchObject({
      verdict: null,
      interval: null,
      reason,
      attained,
    })
  })

  it('makes the interval of counts at the level asked for', () => {
    const data = { measured: { numerator: 33, denominator: 110 }, condition: { operator: 'gte', bound: 0.3 } } as const
    expect(attainmentEvidence(data, { level: '0.8' }).interval?.level).toBe(0.8)
    expect(() => attainmentEvidence(data, { level: 1 })).toThrow(errorAt('INVALID_OPTION', 'options.level'))
  })

  it.each<[Measured, string]>([
    [{ numerator: 3, denominator: 2 }, 'COUNT_EXCEEDS_BASE'],
    [{ numerator: -1, denominator: 2 }, 'INVALID_COUNT'],
    [{ value: 1, interval: interval(Number.NaN, 1) }, 'INVALID_NUMBER'],
  ])('refuses %j', (measured, code) => {
    expect(() => attainmentEvidence({ measured, condition: { operator: 'gte', bound: 1 } })).toThrow(errorAt(code))
  })
})

describe('changeEvidence', () => {
  it('takes any two intervals', () => {
    const change = changeEvidence({ baseline: stated(45, 35, 54), current: stated(61, 52, 70) })
    expect(change).toMatchObject({ difference: 16, relativeChange: 16 / 45, verdict: 'real' })
    expect(change.interval?.lower).toBeCloseTo(3.27207793864, 9)
    expect(change.interval?.method).toBe('newcombe')
  })

  it('takes counts at the level of the interval beside them', () => {
    const current = { value: 0.1, interval: interval(0.05, 0.15, 0.9) }
    const change = changeEvidence({ baseline: { numerator: 60, denominator: 300 }, current })
    expect(change.interval?.level).toBe(0.9)
    expect(() => changeEvidence({ baseline: { numerator: 60, denominator: 300 }, current }, { level: 0.95 })).toThrow(
      errorAt('INVALID_OPTION'),
    )
  })

  it('knows no relative change from 0', () => {
    const change = changeEvidence({
      baseline: { numerator: 0, denominator: 300 },
      current: { numerator: 30, denominator: 300 },
    })
    expect(change).toMatchObject({ difference: 0.1, relativeChange: null, verdict: 'real' })
  })

  it.each<[Measured, Measured, string]>([
    [{ value: null }, stated(1, 0, 2), 'not_measured'],
    [stated(1, 0, 2), { numerator: 0, denominator: 0 }, 'zero_denominator'],
    [{ value: 1 }, stated(1, 0, 2), 'no_interval'],
    [stated(1, 0, 2), { value: 1 }, 'no_interval'],
  ])('between %j and %j has no verdict: %s', (baseline, current, reason) => {
    expect(changeEvidence({ baseline, current })).toMatchObject({ verdict: null, interval: null, reason })
  })
})
