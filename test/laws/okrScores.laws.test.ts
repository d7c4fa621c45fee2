import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  attainmentEvidence,
  expectedProgress,
  findAlignmentCycles,
  isAttained,
  type Operator,
  type Plan,
  paceStatus,
  rollUpAlignment,
  rollUpProgress,
  scoreChange,
  scoreKeyResult,
} from '../../src/okr/index.js'

const settings = { seed: 20260214, numRuns: 150 }
const whole = fc.integer({ min: -10_000, max: 10_000 })
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => (thousandths / 1000).toFixed(3))
const operators = fc.constantFrom<Operator>('gt', 'gte', 'lt', 'lte')

describe('scoreChange', () => {
  const parts = ['progress', 'raw', 'attained', 'overachievement', 'regressed'] as const
  const seen = (data: Parameters<typeof scoreChange>[0]) => {
    const score = scoreChange(data)
    return parts.map((name) => score[name])
  }

  it('knows neither unit nor zero of the scale', () => {
    fc.assert(
      fc.property(
        whole,
        whole,
        whole,
        fc.integer({ min: 1, max: 500 }),
        whole,
        operators,
        (b, t, v, a, c, operator) => {
          const moved = (x: number): number => a * x + c
          const data = { baseline: b, target: t, value: v, operator }
          expect(seen({ baseline: moved(b), target: moved(t), value: moved(v), operator })).toEqual(seen(data))
        },
      ),
      settings,
    )
  })

  it('mirrors', () => {
    const mirrored = { gt: 'lt', gte: 'lte', lt: 'gt', lte: 'gte' } as const
    fc.assert(
      fc.property(whole, whole, whole, operators, (baseline, target, value, operator) => {
        const there = seen({ baseline, target, value, operator })
        const turned = { baseline: -baseline, target: -target, value: -value, operator: mirrored[operator] }
        expect(seen(turned)).toEqual(there)
      }),
      settings,
    )
  })

  it('is attained only at the target or beyond', () => {
    fc.assert(
      fc.property(whole, whole, whole, (baseline, target, value) => {
        fc.pre(baseline !== target)
        const { progress, raw, attained } = scoreChange({ baseline, target, value })
        if ((progress ?? 0) < 1) expect(attained).toBe(false)
        if (attained) expect(raw).toBeGreaterThanOrEqual(1)
      }),
      settings,
    )
  })
})

describe('roll-ups', () => {
  const item = fc.record({
    progress: fc.option(share, { nil: null }),
    attained: fc.option(fc.boolean(), { nil: null }),
    weight: fc.integer({ min: 0, max: 9 }),
  })
  const items = fc.array(item, { maxLength: 8 })
  const methods = fc.constantFrom('mean', 'min', 'allAttained' as const)

  it('lie within their bounds, which meet when everything is measured', () => {
    fc.assert(
      fc.property(items, methods, (parts, method) => {
        const { progress, bounds, coverage } = rollUpProgress(parts, { method })
        if (progress === null || bounds === null) return
        expect(progress).toBeGreaterThanOrEqual(bounds.lower)
        expect(progress).toBeLessThanOrEqual(bounds.upper)
        if (method === 'mean') expect(bounds.lower === bounds.upper).toBe(coverage === 1)
      }),
      settings,
    )
  })

  it('do not hear what has no weight, and no guardrail', () => {
    fc.assert(
      fc.property(items, item, methods, (parts, more, method) => {
        fc.pre(parts.length > 0)
        const own = rollUpProgress(parts, { method })
        expect(rollUpProgress([...parts, { ...more, weight: 0 }], { method })).toEqual(own)
        const guarded = rollUpProgress([...parts, { ...more, role: 'guardrail' }], { method })
        expect([guarded.progress, guarded.bounds, guarded.coverage]).toEqual([own.progress, own.bounds, own.coverage])
      }),
      settings,
    )
  })

  it('as a mean, do not change when a part is halved', () => {
    fc.assert(
      fc.property(items, item, (parts, part) => {
        const half = { ...part, weight: part.weight / 2 }
        expect(rollUpProgress([...parts, half, half])).toEqual(rollUpProgress([...parts, part]))
      }),
      settings,
    )
  })

  it('without links are those of each objective alone, in any order', () => {
    const objectives = fc
      .array(items, { maxLength: 5 })
      .map((lists) =>
        lists.map((keyResults, index) => ({ id: `o${index}`, parentIds: index === 0 ? [] : ['o0'], keyResults })),
      )
    fc.assert(
      fc.property(objectives, fc.constantFrom('zero', 'exclude' as const), (set, missing) => {
        const alone = set.map(({ id, keyResults }) => ({ id, ...rollUpProgress(keyResults, { missing }) }))
        expect(rollUpAlignment(set, { mode: 'none', missing })).toEqual(alone)
        for (const mode of ['children', 'keyResultsAndChildren'] as const) {
          const turned = rollUpAlignment([...set].reverse(), { mode, missing })
          expect(turned.reverse()).toEqual(rollUpAlignment(set, { mode, missing }))
        }
      }),
      settings,
    )
  })
})

describe('composites', () => {
  const parts = fc.array(fc.option(whole, { nil: null }), { minLength: 1, maxLength: 5 })
  const scored = (values: readonly (number | null)[], require: 'all' | 'any', gated: boolean) => {
    const components = values.map((_, index) => ({
      id: `c${index}`,
      title: 'part',
      kind: 'change' as const,
      baseline: 0,
      target: 5000,
      ...(gated && index > 0 ? { gatedBy: 'c0' } : {}),
    }))
    const readings = Object.fromEntries(values.map((value, index) => [`c${index}`, { value }]))
    return scoreKeyResult({
      keyResult: { id: 'k', title: 'both', kind: 'composite', require, components },
      reading: { components: readings },
    })
  }

  it('of all are at most every part, of any at least; a gate never raises them', () => {
    fc.assert(
      fc.property(parts, (values) => {
        const [all, any] = [scored(values, 'all', false), scored(values, 'any', false)]
        const progress = (all.components ?? []).map((part) => part.progress ?? 0)
        if (all.progress !== null) expect(all.progress).toBeLessThanOrEqual(Math.min(...progress))
        if (any.progress !== null) expect(any.progress).toBeGreaterThanOrEqual(Math.max(...progress))
        if (all.progress === 1) expect([all.coverage, Math.min(...progress)]).toEqual([1, 1])
        for (const require of ['all', 'any'] as const) {
          const open = scored(values, require, false).progress ?? 0
          expect(scored(values, require, true).progress ?? 0).toBeLessThanOrEqual(open)
        }
      }),
      settings,
    )
  })
})

describe('plans', () => {
  const plan = fc.oneof<fc.Arbitrary<Plan>[]>(
    fc.constantFrom<Plan>({ kind: 'linear' }, { kind: 'step' }),
    fc.integer({ min: 0, max: 29 }).map((days) => ({ kind: 'lag', days })),
  )
  const days = { firstDay: '2026-01-01', lastDay: '2026-01-31' }
  const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}`

  it('climb from 0 on the first day to 1 on the last', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 30 }), (one, n) => {
        const expected = (asOf: string) => expectedProgress({ plan: one, ...days }, { asOf }).expected
        expect(expected(days.firstDay)).toBe(0)
        expect(expected(days.lastDay)).toBe(1)
        expect(expected(day(n + 1))).toBeGreaterThanOrEqual(expected(day(n)))
      }),
      settings,
    )
  })

  it('are not held worse when progress rises', () => {
    const order = ['off_track', 'at_risk', 'on_track']
    const rules = fc.constantFrom('default', 'viva', 'burningokr', 'engagedly', 'upraise', 'mooncamp' as const)
    fc.assert(
      fc.property(share, share, share, rules, (a, b, expected, rule) => {
        const [less, more] = [a, b].sort().map((progress) => paceStatus({ progress, expected }, { rule }).status)
        expect(order.indexOf(more ?? '')).toBeGreaterThanOrEqual(order.indexOf(less ?? ''))
      }),
      settings,
    )
  })
})

describe('attainmentEvidence', () => {
  it('does not become clear when its interval widens, and agrees with isAttained', () => {
    const width = fc.integer({ min: 0, max: 500 })
    fc.assert(
      fc.property(whole, whole, operators, width, width, width, (value, bound, operator, below, above, wider) => {
        const condition = { operator, bound }
        const evidence = (more: number) => {
          const interval = { lower: value - below - more, upper: value + above + more, level: 0.95, method: 'any' }
          return attainmentEvidence({ measured: { value, interval }, condition })
        }
        const [narrow, wide] = [evidence(0), evidence(wider)]
        expect(narrow.attained).toBe(isAttained({ value, condition }))
        if (narrow.verdict?.endsWith('uncertain')) expect(wide.verdict).toBe(narrow.verdict)
      }),
      settings,
    )
  })
})

describe('findAlignmentCycles', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const links = fc.array(fc.record({ childId: id, parentId: id }), { maxLength: 12 })

  it('reports rings only, none of an acyclic set, whatever the order', () => {
    fc.assert(
      fc.property(links, (set) => {
        const rings = findAlignmentCycles(set)
        const has = (childId: string, parentId: string) =>
          set.some((link) => link.childId === childId && link.parentId === parentId)
        for (const ring of rings) {
          expect(new Set(ring).size).toBe(ring.length)
          ring.forEach((from, index) => {
            expect(has(from, ring[(index + 1) % ring.length] ?? '')).toBe(true)
          })
        }
        expect(findAlignmentCycles([...set].reverse())).toEqual(rings)
        expect(findAlignmentCycles(set.filter(({ childId, parentId }) => childId < parentId))).toEqual([])
      }),
      settings,
    )
  })
})
