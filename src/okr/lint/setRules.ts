import { compareDecimal } from '../../internal/decimal.js'
import { alignmentChecks } from '../alignment/alignmentChecks.js'
import { checkAlignment } from '../alignment/checkAlignment.js'
import { metricKey } from '../alignment/metricKey.js'
import { groupsBy } from './groupsBy.js'
import type { LintContext, LintedKeyResult, LintedObjective, LintRule, Verdict } from './lintModel.js'

/** Findings of a rule that looks at the set as one; none is one look without a finding. */
function ofSet(found: Verdict[]): Verdict[] {
  return found.length === 0 ? [null] : found
}

/** More objectives of one cycle and team than people can hold in mind. */
function crowdedTeams({ objectives, limits }: LintContext): Verdict[] {
  const groups = groupsBy(objectives, ({ objective: { cycleId = null, owner } }) =>
    JSON.stringify([cycleId, owner?.team ?? null]),
  )
  return groups.flatMap((group): Verdict[] => {
    const [first] = group
    if (first === undefined || group.length <= limits.maximumObjectives) return []
    const { cycleId = null, owner } = first.objective
    return [{ subject: owner?.team ?? 'set', evidence: { cycleId, count: group.length } }]
  })
}

/** Key results by metric and segment, in the order of the input. */
function byMetric({ keyResults }: LintContext): { metric: string; group: LintedKeyResult[] }[] {
  const bound = keyResults.flatMap((linted) => {
    const { metricRef } = linted.keyResult
    return metricRef === undefined ? [] : [{ linted, metricRef }]
  })
  const groups = groupsBy(bound, ({ metricRef }) => metricKey(metricRef))
  return groups.map((group) => ({
    metric: group[0]?.metricRef.metric ?? '',
    group: group.map(({ linted }) => linted),
  }))
}

const idsOf = (group: readonly LintedKeyResult[]): string[] => group.map(({ keyResult }) => keyResult.id)

function sharedMetrics(context: LintContext): Verdict[] {
  if (!context.additiveRollUp) return []
  return byMetric(context).flatMap(({ metric, group }): Verdict[] => {
    const owners = new Set(group.flatMap(({ owner }) => (owner === undefined ? [] : [owner.id])))
    return owners.size < 2 ? [] : [{ subject: metric, evidence: { keyResultIds: idsOf(group) } }]
  })
}

/** Where a key result moves the metric itself: up, down, or nowhere that is known. */
function movement({ keyResult, baseline, target }: LintedKeyResult): number {
  if (baseline === null || target === null) return 0
  const order = compareDecimal(target, baseline)
  return keyResult.metricRef?.complement === true ? -order : order
}

function pulledMetrics(context: LintContext): Verdict[] {
  return byMetric(context).flatMap(({ metric, group }): Verdict[] => {
    const moving = group.filter((linted) => movement(linted) !== 0)
    const ways = new Set(moving.map(movement))
    return ways.size < 2 ? [] : [{ subject: metric, evidence: { keyResultIds: idsOf(moving) } }]
  })
}

/** Adjacent stages whose hand-off no team measures. */
function openHandoffs({ funnel, keyResults }: LintContext): Verdict[] {
  if (funnel === undefined) return []
  const { stages, handoffs } = funnel
  const measured = new Set(
    keyResults.flatMap(({ owner, keyResult }) =>
      owner?.team === undefined || keyResult.metricRef === undefined ? [] : [keyResult.metricRef.metric],
    ),
  )
  return stages.slice(1).map((to, index) => {
    const from = stages[index]
    const metrics = handoffs.filter((handoff) => handoff.from === from && handoff.to === to).map(({ metric }) => metric)
    return metrics.some((metric) => measured.has(metric)) ? null : { subject: `${from}>${to}`, evidence: { metrics } }
  })
}

/** Key results outside the days of their objective, and objectives outside their cycle. */
function outOfTime({ objective, cycle, keyResults }: LintedObjective): Verdict {
  const firstDay = objective.firstDay ?? cycle?.firstDay
  const lastDay = objective.lastDay ?? cycle?.lastDay
  const before = (day: string | undefined, bound: string | undefined): boolean =>
    day !== undefined && bound !== undefined && day < bound
  const outside = keyResults.filter(
    ({ keyResult }) => before(keyResult.firstDay, firstDay) || before(lastDay, keyResult.lastDay),
  )
  const leaves = before(objective.firstDay, cycle?.firstDay) || before(cycle?.lastDay, objective.lastDay)
  return outside.length === 0 && !leaves ? null : { subject: objective.id, evidence: { keyResultIds: idsOf(outside) } }
}

function fromTheTop({ objectives, limits }: LintContext): Verdict[] {
  const origins = objectives.flatMap(({ objective: { origin } }) => (origin === undefined ? [] : [origin]))
  if (origins.length === 0) return []
  const share = origins.filter((origin) => origin === 'top_down').length / origins.length
  return [share > limits.maximumTopDownShare ? { subject: 'set', evidence: { share } } : null]
}

const ofLinks = Object.keys(alignmentChecks).map(
  (code): LintRule => ({
    code,
    look: ({ objectives, additiveRollUp }) => {
      const drafts = objectives.map(({ objective }) => objective)
      const findings = checkAlignment({ objectives: drafts }, { additiveRollUp })
      return ofSet(
        findings.filter((finding) => finding.code === code).map(({ subject, evidence }) => ({ subject, evidence })),
      )
    },
  }),
)

/** The rules of the set, in their order. */
export const setRules: readonly LintRule[] = [
  { code: 'set.too_many_objectives', limits: ['maximumObjectives'], look: (context) => ofSet(crowdedTeams(context)) },
  { code: 'set.duplicate_metric', look: (context) => ofSet(sharedMetrics(context)) },
  { code: 'set.metric_conflict', look: (context) => ofSet(pulledMetrics(context)) },
  { code: 'set.handoff_gap', look: openHandoffs },
  ...ofLinks,
  { code: 'set.date_mismatch', look: ({ objectives }) => objectives.map(outOfTime) },
  { code: 'set.all_top_down', limits: ['maximumTopDownShare'], look: fromTheTop },
]
