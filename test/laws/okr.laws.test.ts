import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elapsedShare, isAttained, paceStatus, rollUpProgress, scoreChange } from '../../src/okr/index.js'

const settings = { seed: 20240117, numRuns: 200 }
const amounts = fc.integer({ min: -100_000, max: 100_000 }).map((cents) => (cents / 100).toFixed(2))
const shares = fc.integer({ min: 0, max: 1000 }).map((share) => (share / 1000).toFixed(3))

describe('scoreChange', () => {
  it('is 0 at the baseline, 1 at the target, and within its bounds between', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (baseline, target, value) => {
        fc.pre(baseline !== target)
        expect(scoreChange({ baseline, target, value: baseline }).progress).toBe(0)
        expect(scoreChange({ baseline, target, value: target })).toMatchObject({ progress: 1, attained: true })
        const { progress } = scoreChange({ baseline, target, value })
        expect(progress).toBeGreaterThanOrEqual(0)
        expect(progress).toBeLessThanOrEqual(1)
      }),
      settings,
    )
  })

  it('does not fall when the value moves towards the target', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, amounts, (baseline, target, a, b) => {
        fc.pre(baseline !== target)
        const rises = Number(target) > Number(baseline)
        const [worse, better] = Number(a) < Number(b) === rises ? [a, b] : [b, a]
        const raw = (value: string): number => scoreChange({ baseline, target, value }).raw ?? Number.NaN
        expect(raw(better)).toBeGreaterThanOrEqual(raw(worse))
      }),
      settings,
    )
  })

  it('knows no difference between a percentage and a share', () => {
    fc.assert(
      fc.property(shares, shares, shares, (baseline, target, value) => {
        fc.pre(baseline !== target)
        const percent = (share: string): string => (Math.round(Number(share) * 1000) / 10).toFixed(1)
        const asShare = scoreChange({ baseline, target, value })
        const asPercent = scoreChange({ baseline: percent(baseline), target: percent(target), value: percent(value) })
        expect([asPercent.raw, asPercent.attained]).toEqual([asShare.raw, asShare.attained])
      }),
      settings,
    )
  })
})

describe('rollUpProgress', () => {
  const items = fc.array(fc.record({ progress: fc.option(shares), weight: fc.integer({ min: 0, max: 9 }) }), {
    minLength: 1,
    maxLength: 12,
  })

  it('lies between its smallest and largest part, within its bounds, whatever the order', () => {
    fc.assert(
      fc.property(items, (parts) => {
        const rolled = rollUpProgress(parts)
        expect(rollUpProgress([...parts].reverse())).toEqual(rolled)
        if (rolled.progress === null) return
        expect(rolled.progress).toBe(rolled.bounds?.lower)
        expect(rolled.progress).toBeLessThanOrEqual(rolled.bounds?.upper ?? Number.NaN)
        const counted = parts.filter(({ weight }) => weight > 0).map(({ progress }) => Number(progress ?? 0))
        expect(rolled.progress).toBeGreaterThanOrEqual(Math.min(...counted))
        expect(rolled.progress).toBeLessThanOrEqual(Math.max(...counted))
      }),
      settings,
    )
  })

  it('does not change when all weights are scaled', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 1000 }), (parts, factor) => {
        const scaled = parts.map(({ progress, weight }) => ({ progress, weight: weight * factor }))
        expect(rollUpProgress(scaled)).toEqual(rollUpProgress(parts))
      }),
      settings,
    )
  })
})

describe('traps of binary arithmetic', () => {
  it('nine times 0.7 is 0.7', () => {
    expect(rollUpProgress(Array.from({ length: 9 }, () => ({ progress: 0.7 }))).progress).toBe(0.7)
  })

  it('0.1 + 0.2 satisfies at most 0.3, and 29 of 100 satisfies at least 0.29', () => {
    expect(isAttained({ value: 0.1 + 0.2, condition: { operator: 'lte', bound: 0.3 } })).toBe(true)
    const value = { numerator: 29, denominator: 100 }
    expect(isAttained({ value, condition: { operator: 'gte', bound: 0.29 } })).toBe(true)
  })

  it('a pace tie on day 40 of 90 is on track', () => {
    const days = { firstDay: '2026-01-01', lastDay: '2026-04-01' }
    const expected = elapsedShare(days, { asOf: '2026-02-10' })
    expect(expected).toBe(40 / 90)
    expect(paceStatus({ progress: 4 / 9, expected }, { rule: 'viva' }).status).toBe('on_track')
  })
})
