import { describe, expect, it } from 'vitest'
import {
  carryOverKeyResult,
  definitionAsOf,
  type KeyResult,
  preservedProgress,
  scoreAsOf,
} from '../../src/okr/index.js'
import { errorAt, frozen } from './errorAt.js'

const buyers = { id: 'kr', title: 'Repeat buyers', kind: 'change', baseline: 8, target: 14 } as const
const first = { effectiveFrom: '2026-01-01', keyResult: buyers }
const second = { effectiveFrom: '2026-01-31', keyResult: { ...buyers, target: 12 } }
const checkIns = [{ id: 'c1', keyResultId: 'kr', on: '2026-01-20', reading: { value: 11 } }]

describe('definitionAsOf', () => {
  it.each([
    ['2025-12-31', null],
    ['2026-01-01', 0],
    ['2026-01-30', 0],
    ['2026-01-31', 1],
  ])('on %s is version %j, in any order', (asOf, index) => {
    expect(definitionAsOf([first, second], { asOf }).index).toBe(index)
    expect(definitionAsOf(frozen([second, first]), { asOf }).index).toBe(index)
  })

  it('refuses an empty list and days that are none', () => {
    expect(() => definitionAsOf([], { asOf: '2026-01-01' })).toThrow(errorAt('INVALID_DEFINITION', 'versions'))
    const wrong = [{ ...first, effectiveFrom: 'today' }]
    expect(() => definitionAsOf(wrong, { asOf: '2026-01-01' })).toThrow(
      errorAt('INVALID_DAY', 'versions[0].effectiveFrom'),
    )
  })
})

describe('scoreAsOf', () => {
  it('is not defined before the first version', () => {
    const scored = scoreAsOf({ versions: [second], checkIns }, { asOf: '2026-01-20' })
    expect(scored).toMatchObject({ progress: null, reason: 'not_defined', definitionIndex: null, checkInId: null })
  })

  it.each<[string, KeyResult, boolean | null]>([
    ['an easier target', { ...buyers, target: 12 }, true],
    ['a harder target', { ...buyers, target: 16 }, false],
    ['another baseline', { ...buyers, baseline: 2 }, false],
    ['a range that is empty', { ...buyers, baseline: 14 }, null],
    ['a baseline that is unknown', { ...buyers, baseline: null }, null],
    ['another kind', { id: 'kr', title: 'x', kind: 'baseline' }, null],
  ])('says of %s whether it is eased', (_, keyResult, eased) => {
    const versions = [first, { effectiveFrom: '2026-01-31', keyResult }]
    expect(scoreAsOf({ versions, checkIns }, { asOf: '2026-02-10' }).goalpostsEased).toBe(eased)
  })

  it('compares other kinds by their progress at the same reading', () => {
    const zones = { id: 'kr', title: 'z', kind: 'zones', baseline: 0, commit: 30, target: 70, stretch: 100 } as const
    const versions = [
      { effectiveFrom: '2026-01-01', keyResult: zones },
      { effectiveFrom: '2026-02-01', keyResult: { ...zones, commit: 5 } },
    ]
    const scored = scoreAsOf({ versions, checkIns }, { asOf: '2026-02-10' })
    expect(scored.progressOriginal).toBe(0.11)
    expect(scored.goalpostsEased).toBe(true)
    expect(scoreAsOf({ versions, checkIns: [] }, { asOf: '2026-02-10' }).goalpostsEased).toBeNull()
  })

  it('waits for the lag of the metric unless told otherwise', () => {
    const lagged = { ...buyers, metricRef: { metric: 'm', settlementLagDays: 10 } }
    const versions = [{ effectiveFrom: '2026-01-01', keyResult: lagged }]
    expect(scoreAsOf({ versions, checkIns }, { asOf: '2026-01-25' }).checkInId).toBeNull()
    expect(scoreAsOf({ versions, checkIns }, { asOf: '2026-01-25', settlementLagDays: 0 }).checkInId).toBe('c1')
  })

  it('scores a milestone by the last day it is given', () => {
    const versions = [
      { effectiveFrom: '2026-01-01', keyResult: { id: 'kr', title: 'Live', kind: 'milestone' } as const },
    ]
    const done = [{ id: 'c1', keyResultId: 'kr', on: '2026-01-20', reading: { doneOn: '2026-01-20' } }]
    expect(scoreAsOf({ versions, checkIns: done }, { asOf: '2026-02-01', lastDay: '2026-01-20' }).attained).toBe(true)
    expect(() => scoreAsOf({ versions, checkIns: done }, { asOf: '2026-02-01' })).toThrow(errorAt('MISSING_PERIOD'))
  })
})

describe('preservedProgress', () => {
  const data = { baseline: 8, oldTarget: 14, newTarget: 12, valueAtChange: 10, value: 11 }

  it.each<[Partial<typeof data>, number]>([
    [{ value: 10 }, 1 / 3],
    [{ value: 12 }, 1],
    [{ value: 20 }, 1],
    [{ value: 2 }, 0],
    [{ newTarget: 20, value: 15 }, 2 / 3],
  ])('with %j is %d', (more, progress) => {
    expect(preservedProgress(frozen({ ...data, ...more })).progress).toBeCloseTo(progress, 14)
  })

  it.each<[object, string]>([
    [{ baseline: null }, 'no_baseline'],
    [{ valueAtChange: null }, 'not_measured'],
    [{ value: null }, 'not_measured'],
    [{ value: { numerator: 1, denominator: 0 } }, 'zero_denominator'],
    [{ newTarget: 10 }, 'degenerate_range'],
    [{ oldTarget: 8 }, 'degenerate_range'],
  ])('with %j has no answer: %s', (more, reason) => {
    expect(preservedProgress({ ...data, ...more })).toEqual({ progress: null, reason, progressAtChange: null })
  })

  it('refuses a target that is no number', () => {
    expect(() => preservedProgress({ ...data, oldTarget: 'x' as never })).toThrow(
      errorAt('INVALID_NUMBER', 'oldTarget'),
    )
  })
})

describe('carryOverKeyResult', () => {
  const carry = (
    keyResult: KeyResult,
    reading: Parameters<typeof carryOverKeyResult>[0]['reading'],
    more: object = {},
  ) => carryOverKeyResult(frozen({ keyResult, reading }), { id: 'kr-2', ...more })

  it('removes what belongs to one cycle and keeps the rest', () => {
    const closing = { on: '2026-03-31', outcome: 'missed', decision: 'keep' } as const
    const plan = { kind: 'lag', days: 10 } as const
    const days = { firstDay: '2026-01-01', lastDay: '2026-03-31', observableOn: '2026-05-01' }
    const carried = carry({ ...buyers, ...days, plan, closing, weight: 2, owner: undefined }, { value: 10.5 })
    expect(carried).toEqual({
      keyResult: {
        id: 'kr-2',
        title: 'Repeat buyers',
        kind: 'change',
        plan,
        weight: 2,
        baseline: '10.5',
        target: '14',
      },
    })
  })

  it('drops what contradicts the new direction only', () => {
    const said = { ...buyers, operator: 'gte', direction: 'increase' } as const
    expect(carry(said, { value: 10 }).keyResult).toMatchObject({ operator: 'gte', direction: 'increase' })
    const turned = carry(said, { value: 10 }, { target: '9.50' }).keyResult
    expect(turned).toEqual({ id: 'kr-2', title: 'Repeat buyers', kind: 'change', baseline: '10', target: '9.5' })
  })

  it('writes a number where 12 decimals do not hold it', () => {
    const third = { ...buyers, baseline: { numerator: 1, denominator: 3 }, target: { relativeChange: '0.5' } } as const
    expect(carry(third, { value: '0.4' }).keyResult).toMatchObject({ baseline: '0.4', target: '0.5' })
    const seventh = { ...third, target: { relativeChange: '1' } } as const
    expect(carry(seventh, { value: '0.4' }).keyResult).toMatchObject({ target: 2 / 3 })
  })

  it('keeps what is left of a checklist', () => {
    const list = { id: 'kr', title: 'List', kind: 'checklist', items: [{ id: 'a' }, { id: 'b', weight: 2 }] } as const
    expect(carry(list, { done: ['a'] }).keyResult).toMatchObject({ items: [{ id: 'b', weight: 2 }] })
    expect(carry(list, { done: ['a', 'b'] })).toEqual({ keyResult: null, reason: 'already_attained' })
    expect(carry(list, null).keyResult).toMatchObject({ items: [{ id: 'a' }, { id: 'b', weight: 2 }] })
  })

  it('carries a condition that was met', () => {
    const kept = { id: 'kr', title: 'CSAT', kind: 'maintain', condition: { operator: 'gte', bound: 8 } } as const
    expect(carry(kept, { value: 9 }, { title: 'CSAT again' }).keyResult).toMatchObject({
      title: 'CSAT again',
      kind: 'maintain',
    })
  })

  it.each<[string, KeyResult, Parameters<typeof carry>[1], object, string]>([
    ['attained', buyers, { value: 15 }, {}, 'already_attained'],
    ['not measured', buyers, null, {}, 'not_measured'],
    ['without a reason of its own', buyers, { value: null, reason: 'not_mature' }, {}, 'not_mature'],
    ['over nothing', buyers, { value: { numerator: 1, denominator: 0 } }, {}, 'zero_denominator'],
    ['at its new target', buyers, { value: 10 }, { target: 10 }, 'degenerate_range'],
    ['without a target', { ...buyers, baseline: null, target: { pointsChange: 1 } }, { value: 10 }, {}, 'no_baseline'],
  ])('has nothing to carry when it is %s', (_, keyResult, reading, more, reason) => {
    expect(carry(keyResult, reading, more)).toEqual({ keyResult: null, reason })
  })

  it('refuses a relative target and one outside the domain', () => {
    expect(() => carry(buyers, { value: 10 }, { target: { relativeChange: 0.1 } })).toThrow(
      errorAt('INVALID_NUMBER', 'options.target'),
    )
    expect(() => carry({ ...buyers, unit: 'count' }, { value: 10 }, { target: -1 })).toThrow(
      errorAt('TARGET_OUT_OF_DOMAIN'),
    )
  })
})
