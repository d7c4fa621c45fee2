import { describe, expect, it } from 'vitest'
import { findResponsibilityGaps, type ResponsibilityMatrix, responsibilityClarity } from '../../../src/index.js'

function broken(code: string, path: string): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

/** Duties as 'activity role duty'. */
function matrix(activities: string[], ...duties: string[]): ResponsibilityMatrix {
  const assignments = duties.map((text) => {
    const [activity = '', role = '', duty = ''] = text.split(' ')
    return { activity, role, duty: duty as 'R' }
  })
  return { activities, assignments }
}

describe('responsibilities', () => {
  it('are clear with one accountable and one responsible role', () => {
    expect(findResponsibilityGaps(matrix(['q'], 'q s A', 'q s R', 'q t I'))).toEqual([])
    expect(responsibilityClarity(matrix([]))).toMatchObject({ value: null, reason: 'empty_base' })
  })

  it('name the roles concerned, the rule and its limits', () => {
    expect(findResponsibilityGaps(matrix(['q'], 'q s A', 'q s R', 'q t C', 'q u C'), { maximumConsulted: 1 })).toEqual([
      {
        code: 'responsibility.too_many_consulted',
        severity: 'info',
        subject: 'q',
        evidence: { roles: ['t', 'u'] },
        method: 'rule',
        params: { maximumConsulted: 1 },
      },
    ])
  })

  it('count a role twice for a duty as a cell given twice, not as two roles', () => {
    const codes = findResponsibilityGaps(matrix(['q'], 'q s A', 'q s A', 'q s R')).map(({ code }) => code)
    expect(codes).toEqual(['responsibility.duplicate_cell'])
  })

  it('are too many for one role above the share, from so many activities on', () => {
    const all = ['a', 'b', 'c', 'd', 'e'].flatMap((name) => [`${name} s A`, `${name} s R`])
    const overloaded = (activities: string[], options: object = {}) =>
      findResponsibilityGaps(matrix(activities, ...all), options).filter(({ code }) => code.endsWith('overloaded_role'))
    expect(overloaded(['a', 'b', 'c', 'd', 'e'])).toMatchObject([{ subject: 's', evidence: { share: 1 } }])
    expect(overloaded(['a', 'b', 'c', 'd'])).toEqual([])
    expect(overloaded(['a', 'b', 'c', 'd', 'e'], { maximumAccountableShare: 1 })).toEqual([])
  })

  it('stay clear with information only', () => {
    const consulted = ['t', 'u', 'v', 'w'].map((role) => `q ${role} C`)
    expect(responsibilityClarity(matrix(['q'], 'q s A', 'q s R', ...consulted)).value).toBe(1)
  })

  it.each([
    [matrix(['q', 'q']), {}, 'DUPLICATE_ID', 'matrix.activities[1]'],
    [{ ...matrix(['q']), roles: ['s', 's'] }, {}, 'DUPLICATE_ID', 'matrix.roles[1]'],
    [matrix(['q'], 'q s X'), {}, 'INVALID_INPUT', 'matrix.assignments[0].duty'],
    [{ activities: ['q'] }, {}, 'INVALID_INPUT', 'matrix.assignments'],
    [matrix(['q']), { maximumAccountableShare: 1.1 }, 'INVALID_OPTION', 'options.maximumAccountableShare'],
    [matrix(['q']), { maximumConsulted: -1 }, 'INVALID_OPTION', 'options.maximumConsulted'],
    [matrix(['q']), { minimumActivities: 0 }, 'INVALID_OPTION', 'options.minimumActivities'],
  ])('refuse %o with %o', (given, options, code, path) => {
    expect(() => findResponsibilityGaps(given as ResponsibilityMatrix, options)).toThrow(broken(code, path))
  })
})
