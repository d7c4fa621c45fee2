import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assessKeyResult,
  type CheckIn,
  forecastKeyResult,
  type KeyResultVersion,
  keyResultStatus,
  lintObjectives,
  noChangeProbability,
  type ObjectiveDraft,
  scoreAsOf,
  statusOrder,
} from '../../src/okr/index.js'

const settings = { seed: 20260214, numRuns: 120 }
const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
const dayNumbers = fc.integer({ min: 0, max: 89 })
const quarter = { firstDay: day(0), lastDay: day(89) }
const value = fc.integer({ min: -1000, max: 1000 })

const checkIns = fc.array(
  fc.record({
    on: dayNumbers,
    delay: fc.integer({ min: 0, max: 20 }),
    value,
    confidence: fc.integer({ min: 0, max: 10 }),
  }),
  { maxLength: 8 },
)
const made = (list: readonly { on: number; delay: number; value: number; confidence: number }[]): CheckIn[] =>
  list.map((one, index) => ({
    id: `c${index}`,
    keyResultId: 'k',
    on: day(one.on),
    recordedOn: day(one.on + one.delay),
    reading: { value: one.value },
    confidence: one.confidence / 10,
  }))
const versions = fc.uniqueArray(fc.record({ from: dayNumbers, target: fc.integer({ min: 1, max: 500 }) }), {
  minLength: 1,
  maxLength: 4,
  selector: ({ from }) => from,
})
const defined = (list: readonly { from: number; target: number }[]): KeyResultVersion[] =>
  list.map(({ from, target }) => ({
    effectiveFrom: day(from),
    keyResult: { id: 'k', title: 'k', kind: 'change', baseline: 0, target },
  }))

describe('the past', () => {
  it('does not change with what is recorded or defined later', () => {
    fc.assert(
      fc.property(versions, checkIns, dayNumbers, (defs, list, n) => {
        const asOf = day(n)
        const data = { versions: defined(defs), checkIns: made(list) }
        const known = data.checkIns.filter(({ on, recordedOn = on }) => recordedOn <= asOf)
        const then = data.versions.filter(({ effectiveFrom }) => effectiveFrom <= asOf)
        fc.pre(then.length > 0)
        expect(scoreAsOf(data, { asOf })).toEqual(scoreAsOf({ versions: then, checkIns: known }, { asOf }))
      }),
      settings,
    )
  })
})

describe('an assessment', () => {
  it('is plain JSON with a status for every day, and the same for frozen input', () => {
    const cycle = { id: 'q', kind: 'quarter', ...quarter } as const
    fc.assert(
      fc.property(versions, checkIns, fc.integer({ min: -10, max: 120 }), (defs, list, n) => {
        const made1 = defined(defs)
        const keyResult = made1[0]?.keyResult ?? { id: 'k', title: 'k', kind: 'baseline' as const }
        const data = { keyResult, cycle, checkIns: made(list), cadence: 'weekly' as const, versions: made1 }
        const before = JSON.stringify(data)
        const assessed = assessKeyResult(data, { asOf: day(n) })
        expect(JSON.stringify(data)).toBe(before)
        expect(JSON.parse(JSON.stringify(assessed))).toEqual(assessed)
        expect(statusOrder).toContain(assessed.status)
      }),
      settings,
    )
  })
})

describe('keyResultStatus', () => {
  const score = fc.option(
    fc.record({
      progress: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
      attained: fc.option(fc.boolean(), { nil: null }),
    }),
    { nil: null },
  )

  it('has a status for everything, and silence beats a report', () => {
    fc.assert(
      fc.property(score, fc.integer({ min: -10, max: 120 }), fc.option(dayNumbers, { nil: null }), (given, n, last) => {
        const scored =
          given === null ? null : { ...given, progress: given.progress === null ? null : given.progress / 10 }
        const data = {
          ...quarter,
          score: scored,
          lastCheckIn: last === null ? null : day(last),
          cadence: 'weekly',
        } as const
        const reported = { status: 'on_track', reason: '' } as const
        const [alone, told] = [data, { ...data, reported }].map((one) => keyResultStatus(one, { asOf: day(n) }))
        expect(statusOrder).toContain(alone?.status)
        if (alone?.status === 'stale') expect(told?.status).toBe('stale')
        expect(told?.computed).toBe(alone?.computed)
      }),
      settings,
    )
  })
})

describe('forecasts', () => {
  const values = fc.array(value, { minLength: 5, maxLength: 10 })
  const natures = fc.constantFrom('cumulative', 'level', 'rate' as const)
  const forecast = (
    list: readonly number[],
    target: number,
    nature: 'cumulative' | 'level' | 'rate',
    sign: 1 | -1 = 1,
  ) =>
    forecastKeyResult(
      {
        readings: list.map((one, index) => ({ on: day(7 * index), value: sign * one })),
        ...quarter,
        target: sign * target,
        operator: sign === 1 ? 'gte' : 'lte',
        nature,
      },
      { asOf: day(80) },
    )

  it('contain their mean, mirror, and know no unit', () => {
    fc.assert(
      fc.property(values, value, natures, (list, target, nature) => {
        const there = forecast(list, target, nature)
        const { probability, mean, interval } = there
        if (probability === null || mean === null || interval === null) return
        expect(interval.lower).toBeLessThanOrEqual(mean)
        expect(interval.upper).toBeGreaterThanOrEqual(mean)
        const turned = forecast(list, target, nature, -1)
        expect(turned.probability).toBe(probability)
        expect((turned.mean ?? 0) + mean).toBe(0)
        const scaled = forecast(
          list.map((one) => one * 8),
          target * 8,
          nature,
        )
        expect(scaled.probability).toBeCloseTo(probability, 9)
      }),
      settings,
    )
  })

  it('are no less likely to reach less', () => {
    fc.assert(
      fc.property(values, value, fc.integer({ min: 0, max: 500 }), natures, (list, target, less, nature) => {
        const [high, low] = [forecast(list, target, nature), forecast(list, target - less, nature)]
        expect(low.probability ?? 0).toBeGreaterThanOrEqual(high.probability ?? 0)
      }),
      settings,
    )
  })

  it('without a change, know no order of past periods when they come anew', () => {
    fc.assert(
      fc.property(values, value, (history, target) => {
        const ask = (list: number[]) => noChangeProbability({ history: list, target, operator: 'gte' })
        expect(ask([...history].reverse()).probability).toBeCloseTo(ask(history).probability ?? 0, 12)
      }),
      settings,
    )
  })
})

describe('lintObjectives', () => {
  const draft = fc.record({
    title: fc.constantFrom('Customers stay', 'Grow 20 %', 'Launch in Q1'),
    owner: fc.option(fc.constantFrom({ id: 'ana', team: 'a' }, { id: 'leo', team: 'b' }), { nil: undefined }),
    parent: fc.integer({ min: -1, max: 5 }),
    origin: fc.option(fc.constantFrom('top_down' as const, 'bottom_up' as const), { nil: undefined }),
    target: fc.integer({ min: -5, max: 5 }),
    count: fc.integer({ min: 0, max: 3 }),
  })

  it('finds the same in any order of the objectives', () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 6 }), (drafts) => {
        const objectives: ObjectiveDraft[] = drafts.map(({ parent, target, count, ...rest }, index) => ({
          ...rest,
          id: `o${index}`,
          cycleId: 'q1',
          parentIds: parent < 0 ? [] : [`o${parent}`],
          keyResults: Array.from({ length: count }, (_, at) => ({
            id: `k${index}.${at}`,
            title: 'calls',
            kind: 'change',
            unit: 'ratio',
            baseline: 1,
            target: target + at,
            metricRef: { metric: `m${at}` },
          })),
        }))
        const found = (set: ObjectiveDraft[]) => {
          const { findings, checked } = lintObjectives({ objectives: set, cycles: [], additiveRollUp: true })
          // Lists of ids follow the order of the set; what they hold does not.
          const sorted = findings.map(({ evidence, ...rest }) => ({
            ...rest,
            evidence: Object.fromEntries(
              Object.entries(evidence).map(([name, one]) => [name, Array.isArray(one) ? [...one].sort() : one]),
            ),
          }))
          return { checked, findings: sorted.map((one) => JSON.stringify(one)).sort() }
        }
        expect(found([...objectives].reverse())).toEqual(found(objectives))
      }),
      settings,
    )
  })
})
