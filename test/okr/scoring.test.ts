import { describe, expect, it } from 'vitest'
import {
  type KeyResult,
  type Objective,
  paceStatus,
  type Reading,
  rollUpProgress,
  scoreChange,
  scoreKeyResult,
  scoreObjective,
} from '../../src/okr/index.js'

const base = { id: 'k', title: 'A key result' }
const change: KeyResult = { ...base, kind: 'change', baseline: 0, target: 3 }

function errorAt(code: string, path: string): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

describe('scoreObjective', () => {
  const thirds: Objective = {
    id: 'o',
    title: 'Thirds',
    cycleId: 'q',
    keyResults: ['a', 'b', 'c'].map((id) => ({ ...change, id })),
  }

  it('stays exact through the roll-up: a third, a third and a third of the way are a third', () => {
    const readings = { a: { value: 1 }, b: { value: 1 }, c: { value: 1 } }
    expect(scoreObjective({ objective: thirds, readings }).progress).toBe(1 / 3)
    expect(
      scoreObjective({ objective: thirds, readings: { a: { value: 1 }, b: { value: 2 }, c: { value: 3 } } }).progress,
    ).toBe(2 / 3)
  })

  it('does not change frozen input', () => {
    const readings = Object.freeze({ a: Object.freeze({ value: 1 }) })
    expect(scoreObjective({ objective: Object.freeze(thirds), readings }).coverage).toBe(1 / 3)
  })

  it('is plain JSON', () => {
    const score = scoreObjective({ objective: thirds, readings: { a: { value: 1 } } })
    expect(JSON.parse(JSON.stringify(score))).toEqual(score)
  })

  it.each<[string, unknown, string, string]>([
    ['a reading of nothing', { objective: thirds, readings: { z: { value: 1 } } }, 'UNKNOWN_KEY_RESULT', 'readings'],
    [
      'one id twice',
      { objective: { ...thirds, keyResults: [change, change] }, readings: {} },
      'DUPLICATE_ID',
      'objective.keyResults[1].id',
    ],
    [
      'a negative weight',
      { objective: { ...thirds, keyResults: [{ ...change, weight: -1 }] }, readings: {} },
      'INVALID_WEIGHT',
      'objective.keyResults[0].weight',
    ],
    ['no objective', { readings: {} }, 'INVALID_INPUT', 'objective'],
  ])('%s is an error with its path', (_name, data, code, path) => {
    expect(() => scoreObjective(data as never)).toThrow(errorAt(code, path))
  })

  it('takes ids that are names of Object.prototype', () => {
    const objective = { ...thirds, keyResults: [{ ...change, id: 'constructor' }] }
    expect(scoreObjective({ objective, readings: {} }).reason).toBe('not_measured')
  })
})

describe('scoreKeyResult', () => {
  it.each<[KeyResult, Reading | null, object]>([
    [
      { ...base, kind: 'maintain', condition: { operator: 'lt', bound: 24 } },
      { value: 23 },
      { progress: 1, attained: true, value: 23 },
    ],
    [
      { ...base, kind: 'maintain', condition: { operator: 'lt', bound: 24 } },
      { value: null, reason: 'empty_base' },
      { progress: null, reason: 'empty_base', coverage: 0 },
    ],
    [
      { ...base, kind: 'checklist', items: [{ id: 'a' }, { id: 'b', weight: 3 }] },
      { done: ['b'] },
      { progress: 0.75, attained: false },
    ],
    [{ ...base, kind: 'checklist', items: [] }, { done: [] }, { progress: null, reason: 'no_parts' }],
    [{ ...base, kind: 'ordinal' }, { zone: 'target' }, { progress: 0.7, attained: true, zone: 'target' }],
    [
      { ...base, kind: 'zones', baseline: 100, commit: 70, target: 30, stretch: 0 },
      { value: 50 },
      { progress: 0.5, zone: 'commit' },
    ],
    [
      { ...base, kind: 'zones', baseline: 100, commit: 70, target: 30, stretch: 0 },
      { value: 120 },
      { progress: 0, zone: 'fail' },
    ],
    [{ ...base, kind: 'milestone', lastDay: '2026-03-31' }, { doneOn: '2026-04-01' }, { progress: 0, late: true }],
    [{ ...base, kind: 'milestone', lastDay: '2026-03-31' }, { doneOn: '2026-03-31' }, { progress: 1, late: false }],
    [{ ...base, kind: 'baseline' }, { value: 0 }, { progress: 1, attained: true }],
  ])('%o read as %o', (keyResult, reading, expected) => {
    expect(scoreKeyResult({ keyResult, reading })).toMatchObject(expected)
  })

  const part = { id: 'a', title: 'Part', kind: 'ordinal' } as const
  it.each<[string, unknown, unknown, string, string]>([
    ['another shape', change, { zone: 'target' }, 'INVALID_READING', 'reading'],
    ['an unknown kind', { ...base, kind: 'magic' }, null, 'INVALID_DEFINITION', 'keyResult.kind'],
    [
      'an unknown item',
      { ...base, kind: 'checklist', items: [{ id: 'a' }] },
      { done: ['z'] },
      'INVALID_READING',
      'reading.done',
    ],
    ['an unknown zone', { ...base, kind: 'ordinal' }, { zone: 'great' }, 'INVALID_READING', 'zone'],
    [
      'an own gate',
      { ...base, kind: 'composite', require: 'all', components: [{ ...part, gatedBy: 'a' }] },
      { components: { a: { zone: 'target' } } },
      'INVALID_GATE',
      'components.gatedBy',
    ],
    [
      'a composite part',
      {
        ...base,
        kind: 'composite',
        require: 'all',
        components: [{ ...base, kind: 'composite', require: 'all', components: [] }],
      },
      null,
      'INVALID_DEFINITION',
      'keyResult.components',
    ],
    [
      'an impossible day',
      { ...base, kind: 'milestone', lastDay: '2026-02-30' },
      { doneOn: null },
      'INVALID_DAY',
      'lastDay',
    ],
    ['text for a number', change, { value: '1,5' }, 'INVALID_NUMBER', 'value'],
    ['a hostile number', change, { value: '1e1000000000' }, 'INVALID_NUMBER', 'value'],
  ])('%s is an error with its path', (_name, keyResult, reading, code, path) => {
    expect(() => scoreKeyResult({ keyResult, reading } as never)).toThrow(errorAt(code, path))
  })
})

describe('options', () => {
  it.each<[() => unknown, string, string]>([
    [() => scoreChange({ baseline: 0, target: 1, value: 1 }, { ceiling: 0.5 }), 'INVALID_OPTION', 'options.ceiling'],
    [() => scoreChange({ baseline: 0, target: 1, value: 1 }, { cap: 1 } as never), 'INVALID_OPTION', 'options'],
    [() => scoreChange({ baseline: 0, target: 1, value: 1, operator: 'eq' as never }), 'INVALID_CONDITION', 'operator'],
    [() => rollUpProgress([], { method: 'median' as never }), 'INVALID_OPTION', 'options.method'],
    [() => paceStatus({ progress: 0, expected: 0 }, { rule: 'google' as never }), 'INVALID_OPTION', 'options.rule'],
    [
      () => paceStatus({ progress: 0, expected: 0 }, { rule: { basis: 'gap', onTrack: 0.3, atRisk: 0.2 } }),
      'INVALID_OPTION',
      'options.rule.atRisk',
    ],
  ])('%s throws %s', (call, code, path) => {
    expect(call).toThrow(errorAt(code, path))
  })
})
