import { describe, expect, it } from 'vitest'
import { type AlignedObjective, findAlignmentCycles, rollUpAlignment } from '../../src/okr/index.js'
import { errorAt, frozen } from './errorAt.js'

const links = (...pairs: string[]) => pairs.map((pair) => ({ childId: pair[0] ?? '', parentId: pair[1] ?? '' }))

describe('findAlignmentCycles', () => {
  it.each<[string, string[], string[][]]>([
    ['none', ['ab', 'ac', 'bd', 'cd'], []],
    ['itself', ['aa'], [['a']]],
    ['the shortest way back', ['ab', 'bc', 'ca', 'ba'], [['a', 'b']]],
    ['the smaller ids first', ['ac', 'ca', 'ab', 'ba'], [['a', 'b']]],
    [
      'one a group',
      ['dc', 'cd', 'ba', 'ab', 'ac'],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a link given twice', ['ab', 'ab', 'ba'], [['a', 'b']]],
  ])('finds %s', (_, pairs, rings) => {
    expect(findAlignmentCycles(frozen(links(...pairs)))).toEqual(rings)
    expect(findAlignmentCycles(links(...pairs).reverse())).toEqual(rings)
  })

  it('holds on a long way', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => ({
      childId: `n${index}`,
      parentId: `n${(index + 1) % 20_000}`,
    }))
    expect(findAlignmentCycles(long)[0]).toHaveLength(20_000)
  })
})

describe('rollUpAlignment', () => {
  const top: AlignedObjective = { id: 'top', keyResults: [{ progress: '0.2' }] }
  const child: AlignedObjective = { id: 'child', parentIds: ['top'], weight: 3, keyResults: [{ progress: '0.6' }] }
  const progressOf = (objectives: AlignedObjective[], mode: 'none' | 'children' | 'keyResultsAndChildren') =>
    rollUpAlignment(frozen(objectives), { mode }).map(({ progress }) => progress)

  it.each([
    ['none', [0.2, 0.6]],
    ['children', [0.6, 0.6]],
    ['keyResultsAndChildren', [0.5, 0.6]],
  ] as const)('by mode %s', (mode, progress) => {
    expect(progressOf([top, child], mode)).toEqual(progress)
    expect(progressOf([child, top], mode)).toEqual([...progress].reverse())
  })

  it('counts a child of two parents in both, once for a link given twice', () => {
    const other: AlignedObjective = { id: 'other', keyResults: [] }
    const shared: AlignedObjective = { ...child, parentIds: ['top', 'other', 'top'] }
    expect(progressOf([top, other, shared], 'keyResultsAndChildren')).toEqual([0.5, 0.6, 0.6])
  })

  it('takes a child without an answer as not measured', () => {
    const empty: AlignedObjective = { id: 'empty', parentIds: ['top'], keyResults: [] }
    const [rolled, own] = rollUpAlignment([top, empty], { mode: 'keyResultsAndChildren' })
    expect(rolled).toMatchObject({ progress: 0.1, coverage: 0.5, bounds: { lower: 0.1, upper: 0.6 } })
    expect(own).toMatchObject({ progress: null, reason: 'no_key_results', coverage: null, bounds: null })
    const [without] = rollUpAlignment([top, empty], { mode: 'keyResultsAndChildren', missing: 'exclude' })
    expect(without?.progress).toBe(0.2)
    const [weightless] = rollUpAlignment([{ id: 'w', keyResults: [{ progress: 1, weight: 0 }] }], { mode: 'none' })
    expect(weightless?.reason).toBe('no_weight')
    const [unmeasured] = rollUpAlignment([{ id: 'u', keyResults: [{ progress: null }] }], { mode: 'none' })
    expect(unmeasured).toMatchObject({ reason: 'not_measured', bounds: { lower: 0, upper: 1 } })
  })

  it('keeps guardrails with their own objective', () => {
    const guarded: AlignedObjective = {
      ...child,
      keyResults: [{ progress: '0.6' }, { progress: 0, attained: false, role: 'guardrail' }],
    }
    const rolled = rollUpAlignment([top, guarded], { mode: 'children' })
    expect(rolled.map(({ guardrailBreached }) => guardrailBreached)).toEqual([false, true])
  })

  it('enters children unrounded over several floors', () => {
    const third = { progress: '0.1', weight: 1 }
    const floors: AlignedObjective[] = [
      { id: 'a', keyResults: [] },
      { id: 'b', parentIds: ['a'], keyResults: [] },
      { id: 'c', parentIds: ['b'], keyResults: [third, { progress: '0.2' }, { progress: '0.2' }] },
      { id: 'd', parentIds: ['b'], keyResults: [{ progress: '0.5', weight: 1 }] },
    ]
    expect(progressOf(floors, 'children')[0]).toBe(1 / 3)
  })

  it.each<[AlignedObjective[], string, string]>([
    [[top, top], 'DUPLICATE_ID', 'objectives[1].id'],
    [[child], 'UNKNOWN_OBJECTIVE', 'objectives.parentIds'],
    [[{ ...top, parentIds: ['top'] }], 'ALIGNMENT_CYCLE', 'objectives.parentIds'],
    [[{ ...top, weight: -1 }], 'INVALID_WEIGHT', 'objectives[0].weight'],
  ])('refuses %j', (objectives, code, path) => {
    expect(() => rollUpAlignment(objectives, { mode: 'none' })).toThrow(errorAt(code, path))
  })

  it('refuses an unknown mode', () => {
    expect(() => rollUpAlignment([top], { mode: 'all' as never })).toThrow(errorAt('INVALID_OPTION', 'options.mode'))
  })
})
