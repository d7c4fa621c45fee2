import { localDay } from '../calendar/localDay.js'
import { readInstant } from '../calendar/readInstant.js'
import type { Lead } from '../records/model.js'
import type { SignalData } from '../signals/signalData.js'
import type { ChosenOptions } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import type { ReviewContext } from './reviewContext.js'
import type { Windows } from './windowsOf.js'

/** Answers to hand-offs of the current window by receiving team, and leads without an owner. */
export function handoffSignals(
  sources: ReviewSources,
  { timeZone, asOf, policy }: ReviewContext,
  { current }: Windows,
  optionsOf: (metric: string) => ChosenOptions | undefined,
): Pick<SignalData, 'responses' | 'ownership'> {
  if (!sources.has('leads') || !sources.has('handoffs') || policy.handoff === undefined) return {}
  const starts = new Set(current.map(({ start }) => localDay(start as number, timeZone)))
  const groups = new Map<string, { met: number; breached: number }>()
  const sum = { met: 0, breached: 0, untouched: 0, accepted: 0, handed: 0, reassigned: 0 }
  for (const { start, segment = '[]', counts = {} } of sources.tally('handoffs').cells) {
    if (start === undefined || !starts.has(start)) continue
    const team = (JSON.parse(segment) as string[]).at(-1) ?? ''
    const group = groups.get(team) ?? { met: 0, breached: 0 }
    groups.set(team, group)
    group.met += counts['responseMet'] ?? 0
    group.breached += counts['responseBreached'] ?? 0
    sum.met += counts['responseMet'] ?? 0
    sum.breached += counts['responseBreached'] ?? 0
    sum.untouched += counts['acceptedUntouched'] ?? 0
    sum.accepted += counts['acceptedDue'] ?? 0
    sum.handed += counts['handed'] ?? 0
    sum.reassigned += counts['reassigned'] ?? 0
  }
  const { met, breached, untouched, accepted, handed, reassigned } = sum
  const answers = { met, breached, groups: Object.fromEntries(groups), acceptedUntouched: { untouched, accepted } }
  return {
    ...(optionsOf('lead-response-attainment') === undefined ? {} : { responses: answers }),
    ...(optionsOf('reassigned-rate') === undefined
      ? {}
      : { ownership: { openLeads: openLeads(sources, asOf, timeZone), handed, reassigned } }),
  }
}

/** Leads that nobody has converted, rejected, given back or closed; of one without an owner field nobody knows. */
function openLeads(sources: ReviewSources, asOf: number, timeZone: string): Lead[] {
  const isPast = (at: Lead['createdAt'] | undefined, path: string): boolean =>
    at !== undefined && readInstant(at, timeZone, path) <= asOf
  const closed = new Set<string>()
  for (const { leadId, decision } of sources.rows('handoffs')) {
    if (decision === undefined || decision.outcome === 'accepted') continue
    if (isPast(decision.at, 'handoffs.decision.at')) closed.add(leadId)
  }
  if (sources.has('opportunities')) {
    for (const { leadId, status, closedAt } of sources.rows('opportunities')) {
      if (leadId === undefined || status === 'open') continue
      if (closedAt === undefined || isPast(closedAt, 'opportunities.closedAt')) closed.add(leadId)
    }
  }
  return sources.rows('leads').filter(({ id, convertedAt, rejectedAt, ownerId }) => {
    if (ownerId === undefined || closed.has(id)) return false
    return !isPast(convertedAt, 'leads.convertedAt') && !isPast(rejectedAt, 'leads.rejectedAt')
  })
}
