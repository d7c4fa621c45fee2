import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import type { Objection } from '../records/model.js'
import { forEachRecord } from '../tally/forEachRecord.js'

/**
 * Finds objections that come back in another stage or to another team of one deal: nobody resolved them.
 *
 * @param objections - the objections, in any order; those without a deal are not looked at
 * @returns an info for each deal and theme with at least two stages or teams, by deal, then theme
 * @throws {@link RetentionOkrError} INVALID_INPUT for a record that is none
 * @example
 * ```ts
 * import { findUnresolvedObjections } from 'retention-okr/signals'
 *
 * const objection = { prospectId: 'p', at: '2025-03-01', opportunityId: 'o', theme: 'price' }
 * const [finding] = findUnresolvedObjections([{ ...objection, stage: 'offer' }, { ...objection, stage: 'demo' }])
 * finding?.subject // => 'o'
 * finding?.evidence // => { theme: 'price', stages: ['demo', 'offer'], teams: [] }
 * ```
 * @since 0.1.0
 */
export function findUnresolvedObjections(objections: Iterable<Objection>): Finding[] {
  const groups = new Map<string, { deal: string; theme: string; stages: Set<string>; teams: Set<string> }>()
  forEachRecord(objections, 'objections', ({ opportunityId, theme, stage, team }, index) => {
    if (typeof theme !== 'string') fail('INVALID_INPUT', `objections[${index}].theme`, 'must be text', theme)
    if (opportunityId === undefined) return
    const key = JSON.stringify([opportunityId, theme])
    const group = groups.get(key) ?? { deal: opportunityId, theme, stages: new Set(), teams: new Set() }
    groups.set(key, group)
    if (stage !== undefined) group.stages.add(stage)
    if (team !== undefined) group.teams.add(team)
  })
  return [...groups.values()]
    .filter(({ stages, teams }) => stages.size > 1 || teams.size > 1)
    .sort((a, b) => compareCodeUnits(a.deal, b.deal) || compareCodeUnits(a.theme, b.theme))
    .map(({ deal, theme, stages, teams }) => ({
      code: 'sales.unresolved_objection',
      severity: 'info',
      subject: deal,
      since: null,
      evidence: { theme, stages: sorted(stages), teams: sorted(teams) },
      method: 'rule',
      params: {},
    }))
}

function sorted(names: ReadonlySet<string>): string[] {
  return [...names].sort(compareCodeUnits)
}
