import { describe, expect, it } from 'vitest'
import {
  elapsedShare,
  expectedProgress,
  type KeyResult,
  rollUpProgress,
  scoreChange,
  scoreObjective,
} from '../../src/okr/index.js'

const days = { firstDay: '2026-01-01', lastDay: '2026-03-31' }
const change = (id: string, target: number): KeyResult => ({ id, title: id, kind: 'change', baseline: 0, target })

function errorAt(code: string, path: string): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

describe('a composite in a roll-up', () => {
  it('is as exact as its one part alone: 1/3, 2/7 and 3/11 have the mean 206/693', () => {
    const part = { ...change('part', 3), kind: 'change' as const, baseline: 0, target: 3 }
    const composite: KeyResult = { id: 'a', title: 'a', kind: 'composite', require: 'all', components: [part] }
    const objective = { id: 'o', title: 'o', cycleId: 'q', keyResults: [composite, change('b', 7), change('c', 11)] }
    const readings = { a: { components: { part: { value: 1 } } }, b: { value: 2 }, c: { value: 3 } }
    expect(scoreObjective({ objective, readings }).progress).toBe(206 / 693)
  })
})

describe('what is mistyped', () => {
  it.each<[string, () => unknown, string, string]>([
    [
      'a unit',
      () => scoreChange({ baseline: 0, target: 1, value: 1, unit: 'percent' as never }),
      'INVALID_INPUT',
      'unit',
    ],
    [
      'a scale',
      () => scoreChange({ baseline: 0, target: 1, value: 1, scale: 'log' as never }),
      'INVALID_INPUT',
      'scale',
    ],
    ['no options of elapsedShare', () => elapsedShare(days, undefined as never), 'INVALID_OPTION', 'options'],
    ['no options of expectedProgress', () => expectedProgress(days, undefined as never), 'INVALID_OPTION', 'options'],
    [
      'a role',
      () =>
        scoreObjective({
          objective: {
            id: 'o',
            title: 'o',
            cycleId: 'q',
            keyResults: [{ ...change('a', 1), role: 'Result' as never }],
          },
          readings: {},
        }),
      'INVALID_INPUT',
      'objective.keyResults[0].role',
    ],
    [
      'a weight that is no number',
      () => rollUpProgress([{ progress: 1, weight: 'abc' }]),
      'INVALID_NUMBER',
      'items[0].weight',
    ],
    [
      'a target with two changes',
      () => scoreChange({ baseline: 1, target: { relativeChange: 1, pointsChange: 1 } as never, value: 1 }),
      'INVALID_INPUT',
      'target',
    ],
  ])('%s is an error of ours', (_name, call, code, path) => {
    expect(call).toThrow(errorAt(code, path))
  })
})

it('knows no regression below 12 decimals', () => {
  const baseline = { numerator: 1, denominator: 3 }
  expect(scoreChange({ baseline, target: 1, value: '0.333333333333' }).regressed).toBe(false)
})
