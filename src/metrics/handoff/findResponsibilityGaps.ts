import type { Finding } from '../../finding.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { compareDecimal, Decimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions } from '../../internal/guards.js'
import type { ResponsibilityMatrix } from '../../records/model.js'
import {
  activityFindings,
  type ReadMatrix,
  type ResponsibilityLimits,
  readMatrix,
  responsibilityFinding,
} from './responsibilityFindings.js'

/** Options of {@link findResponsibilityGaps}. */
export interface FindResponsibilityGapsOptions {
  /** Roles consulted about an activity, from 0; default 3. */
  readonly maximumConsulted?: number | undefined
  /** Share of the activities that one role may be accountable for, 0..1; default 0.40. */
  readonly maximumAccountableShare?: number | undefined
  /** Activities from which on that share is looked at, from 1; default 5. */
  readonly minimumActivities?: number | undefined
}

/**
 * Finds gaps and overlaps in who is responsible, accountable, consulted and informed.
 *
 * An activity needs exactly one accountable role and at least one responsible one; one role may be both. Warnings:
 * `no_accountable`, `multiple_accountable`, `no_responsible`, `duplicate_cell`, `unknown_role` (not among the roles when
 * these are listed), `unknown_activity` (assigned and not listed). Info: `too_many_consulted`, `overloaded_role`.
 *
 * @param matrix - activities, roles and duties
 * @param options - limits
 * @returns findings by activity in the order given, then unknown activities and overloaded roles by name; each with the
 * roles concerned
 * @throws {@link RetentionOkrError} DUPLICATE_ID for an activity or role listed twice
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { findResponsibilityGaps } from 'retention-okr/metrics'
 *
 * const assignments = [
 *   { activity: 'quote', role: 'sales', duty: 'A' },
 *   { activity: 'quote', role: 'finance', duty: 'A' },
 *   { activity: 'quote', role: 'sales', duty: 'R' },
 * ] as const
 * const [gap] = findResponsibilityGaps({ activities: ['quote'], assignments })
 * gap?.code // => 'responsibility.multiple_accountable'
 * gap?.evidence // => { roles: ['finance', 'sales'] }
 * ```
 * @since 0.1.0
 */
export function findResponsibilityGaps(
  matrix: ResponsibilityMatrix,
  options: FindResponsibilityGapsOptions = {},
): Finding[] {
  assertKnownOptions(options, ['maximumConsulted', 'maximumAccountableShare', 'minimumActivities'])
  const { maximumConsulted = 3, maximumAccountableShare = 0.4, minimumActivities = 5 } = options
  assertInteger(maximumConsulted, { minimum: 0, maximum: 36_600 }, 'options.maximumConsulted')
  assertInteger(minimumActivities, { minimum: 1, maximum: 36_600 }, 'options.minimumActivities')
  if (typeof maximumAccountableShare !== 'number' || !(maximumAccountableShare >= 0 && maximumAccountableShare <= 1)) {
    fail('INVALID_OPTION', 'options.maximumAccountableShare', 'must be from 0 to 1', maximumAccountableShare)
  }
  const limits = { maximumConsulted, maximumAccountableShare, minimumActivities }
  const read = readMatrix(matrix)
  return [
    ...read.activities.flatMap((activity) => activityFindings(activity, read, limits)),
    ...unknownActivities(read),
    ...overloadedRoles(read, limits),
  ]
}

function unknownActivities({ activities, byActivity }: ReadMatrix): Finding[] {
  const listed = new Set(activities)
  return [...byActivity]
    .filter(([activity]) => !listed.has(activity))
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([activity, own]) =>
      responsibilityFinding(
        'unknown_activity',
        activity,
        own.map(({ role }) => role),
      ),
    )
}

function overloadedRoles({ activities, byActivity }: ReadMatrix, limits: ResponsibilityLimits): Finding[] {
  const { maximumAccountableShare, minimumActivities } = limits
  if (activities.length < minimumActivities) return []
  const accountable = new Map<string, number>()
  for (const activity of activities) {
    const own = (byActivity.get(activity) ?? []).filter(({ duty }) => duty === 'A').map(({ role }) => role)
    for (const role of new Set(own)) accountable.set(role, (accountable.get(role) ?? 0) + 1)
  }
  return [...accountable]
    .map(([role, count]) => ({ role, share: new Decimal(count).dividedBy(activities.length) }))
    .filter(({ share }) => compareDecimal(share, new Decimal(maximumAccountableShare)) > 0)
    .sort((a, b) => compareCodeUnits(a.role, b.role))
    .map(({ role, share }) => ({
      ...responsibilityFinding('overloaded_role', role, [], { maximumAccountableShare, minimumActivities }),
      evidence: { share: share.toNumber() },
    }))
}
