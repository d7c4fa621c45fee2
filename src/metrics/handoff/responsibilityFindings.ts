import type { Finding } from '../../finding.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { ResponsibilityAssignment, ResponsibilityMatrix } from '../../records/model.js'

/** From when on a role has too much to say. */
export interface ResponsibilityLimits {
  maximumConsulted: number
  maximumAccountableShare: number
  minimumActivities: number
}

/** A matrix, checked. */
export interface ReadMatrix {
  activities: readonly string[]
  /** Known roles; undefined when none are listed. */
  roles: ReadonlySet<string> | undefined
  /** Assignments by activity. */
  byActivity: ReadonlyMap<string, readonly ResponsibilityAssignment[]>
}

/** Checks a matrix and puts the assignments of an activity together. */
export function readMatrix(matrix: ResponsibilityMatrix): ReadMatrix {
  assertPlain(matrix, 'matrix')
  const { activities, roles, assignments } = matrix as unknown as ResponsibilityMatrix
  assertTexts(activities, 'matrix.activities')
  if (roles !== undefined) assertTexts(roles, 'matrix.roles')
  assertArray(assignments, 'matrix.assignments')
  const byActivity = new Map<string, ResponsibilityAssignment[]>()
  assignments.forEach((assignment, index) => {
    const path = `matrix.assignments[${index}]`
    assertPlain(assignment, path)
    const { activity, role, duty } = assignment as unknown as ResponsibilityAssignment
    for (const [name, text] of Object.entries({ activity, role })) {
      if (typeof text !== 'string') fail('INVALID_INPUT', `${path}.${name}`, 'must be text', text)
    }
    assertOneOf(duty, ['R', 'A', 'C', 'I'], `${path}.duty`, 'INVALID_INPUT')
    const own = byActivity.get(activity)
    if (own === undefined) byActivity.set(activity, [{ activity, role, duty }])
    else own.push({ activity, role, duty })
  })
  return { activities, roles: roles === undefined ? undefined : new Set(roles), byActivity }
}

function assertTexts(list: unknown, path: string): void {
  assertArray(list, path)
  const seen = new Set<unknown>()
  list.forEach((item, index) => {
    if (typeof item !== 'string') fail('INVALID_INPUT', `${path}[${index}]`, 'must be text', item)
    if (seen.has(item)) fail('DUPLICATE_ID', `${path}[${index}]`, 'must be listed once', item)
    seen.add(item)
  })
}

/** What is wrong with the duties of one activity, in the order of the codes. */
export function activityFindings(
  activity: string,
  { roles, byActivity }: ReadMatrix,
  { maximumConsulted }: Pick<ResponsibilityLimits, 'maximumConsulted'>,
): Finding[] {
  const own = byActivity.get(activity) ?? []
  const rolesOf = (duty: ResponsibilityAssignment['duty']): string[] =>
    sortedUnique(own.filter((assignment) => assignment.duty === duty).map(({ role }) => role))
  const [accountable, consulted] = [rolesOf('A'), rolesOf('C')]
  const cells = own.map(({ role, duty }) => JSON.stringify([role, duty]))
  const repeated = own.filter((_, index) => cells.indexOf(cells[index] ?? '') < index).map(({ role }) => role)
  const unknown = roles === undefined ? [] : own.filter(({ role }) => !roles.has(role)).map(({ role }) => role)
  const findings: Finding[] = []
  const add = (applies: boolean, code: string, concerned: readonly string[], params: Finding['params'] = {}) => {
    if (applies) findings.push(responsibilityFinding(code, activity, concerned, params))
  }
  add(accountable.length === 0, 'no_accountable', [])
  add(accountable.length > 1, 'multiple_accountable', accountable)
  add(rolesOf('R').length === 0, 'no_responsible', [])
  add(repeated.length > 0, 'duplicate_cell', repeated)
  add(unknown.length > 0, 'unknown_role', unknown)
  add(consulted.length > maximumConsulted, 'too_many_consulted', consulted, { maximumConsulted })
  return findings
}

/** Codes that only inform; the others warn. */
const informing = new Set(['too_many_consulted', 'overloaded_role'])

/** A finding about the duties of an activity. */
export function responsibilityFinding(
  code: string,
  subject: string,
  concerned: readonly string[],
  params: Finding['params'] = {},
): Finding {
  return {
    code: `responsibility.${code}`,
    severity: informing.has(code) ? 'info' : 'warning',
    subject,
    evidence: concerned.length === 0 ? {} : { roles: sortedUnique(concerned) },
    method: 'rule',
    params,
  }
}

function sortedUnique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareCodeUnits)
}
