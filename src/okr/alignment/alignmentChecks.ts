import type { Finding } from '../../finding.js'
import type { ObjectiveDraft } from '../models/draft.js'
import { findAlignmentCycles } from './findAlignmentCycles.js'
import { metricKey } from './metricKey.js'

/** What a check of the links says of one objective. */
interface AlignmentFinding {
  subject: string
  evidence: { [name: string]: string | string[] }
}

/** A check of the links of a set. */
export interface AlignmentCheck {
  severity: Finding['severity']
  find: (objectives: readonly ObjectiveDraft[], additiveRollUp: boolean) => AlignmentFinding[]
}

/** The checks of links by the code of their rule, in order. */
export const alignmentChecks: { readonly [code: string]: AlignmentCheck } = {
  'set.alignment_cycle': { severity: 'critical', find: findRings },
  'set.unknown_parent': { severity: 'critical', find: findUnknownParents },
  'set.orphan': { severity: 'info', find: findOrphans },
  'set.closed_parent': { severity: 'warning', find: findClosedParents },
  'set.double_count': { severity: 'warning', find: findDoubleCounts },
}

interface Link {
  child: ObjectiveDraft
  parentId: string
  parent: ObjectiveDraft | undefined
}

function linksOf(objectives: readonly ObjectiveDraft[]): Link[] {
  const byId = new Map(objectives.map((objective) => [objective.id, objective]))
  return objectives.flatMap((child) =>
    [...new Set(child.parentIds ?? [])].map((parentId) => ({ child, parentId, parent: byId.get(parentId) })),
  )
}

function findRings(objectives: readonly ObjectiveDraft[]): AlignmentFinding[] {
  const links = linksOf(objectives).map(({ child, parentId }) => ({ childId: child.id, parentId }))
  const rings = new Map(findAlignmentCycles(links).map((ring) => [ring[0], ring]))
  return objectives.flatMap(({ id }) => {
    const ring = rings.get(id)
    return ring === undefined ? [] : [{ subject: id, evidence: { ring } }]
  })
}

function findUnknownParents(objectives: readonly ObjectiveDraft[]): AlignmentFinding[] {
  return linksOf(objectives)
    .filter(({ parent }) => parent === undefined)
    .map(({ child, parentId }) => ({ subject: child.id, evidence: { parentId } }))
}

function findOrphans(objectives: readonly ObjectiveDraft[]): AlignmentFinding[] {
  return objectives
    .filter(
      ({ level = 'company', parentIds = [], contribution = '' }) =>
        level !== 'company' && parentIds.length === 0 && contribution === '',
    )
    .map(({ id }) => ({ subject: id, evidence: {} }))
}

function findClosedParents(objectives: readonly ObjectiveDraft[]): AlignmentFinding[] {
  return linksOf(objectives)
    .filter(({ child, parent }) => parent?.closing !== undefined && child.closing === undefined)
    .map(({ child, parentId }) => ({ subject: child.id, evidence: { parentId } }))
}

function findDoubleCounts(objectives: readonly ObjectiveDraft[], additiveRollUp: boolean): AlignmentFinding[] {
  if (!additiveRollUp) return []
  return linksOf(objectives).flatMap(({ child, parentId, parent }) => {
    const above = metricsOf(parent)
    return [...metricsOf(child)]
      .filter(([key]) => above.has(key))
      .map(([, metric]) => ({ subject: child.id, evidence: { parentId, metric } }))
  })
}

/** The metrics of the key results of an objective, by metric and segment. */
function metricsOf(objective: ObjectiveDraft | undefined): Map<string, string> {
  const metrics = new Map<string, string>()
  for (const { metricRef } of objective?.keyResults ?? []) {
    if (metricRef !== undefined) metrics.set(metricKey(metricRef), metricRef.metric)
  }
  return metrics
}
