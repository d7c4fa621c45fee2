import type { Instant, Period } from 'retention-okr'
import {
  assessHandoff,
  findDuplicateLeads,
  type HandoffAssessment,
  type HandoffPolicy,
  type LeadHandoffQuality,
  measureLeadHandoffQuality,
} from 'retention-okr/metrics'
import type { Handoff, Interaction, Lead, Opportunity, OwnerChange } from 'retention-okr/records'

/** What is known of a house's hand-offs. */
export interface HandoffHouse {
  leads: readonly Lead[]
  handoffs: readonly Handoff[]
  interactions: readonly Interaction[]
  ownerChanges: readonly OwnerChange[]
  opportunities: readonly Opportunity[]
  policy: HandoffPolicy
  asOf: Instant
  timeZone: string
  period: Period
}

/** A hand-off with its assessment. */
export interface AssessedLead {
  lead: Lead
  handoff: Handoff
  duplicateOf: string | undefined
  /** Whether somebody has tried to reach the lead. */
  isTouched: boolean
  assessment: HandoffAssessment
}

/** The hand-offs of a period: the summary, and the hand-offs with the lowest marks. */
export interface HandoffReview {
  quality: LeadHandoffQuality
  worst: AssessedLead[]
}

/** Measures the hand-offs of the period and finds the worst ones whose clocks have run out. */
export function readHandoffReview(house: HandoffHouse, count: number): HandoffReview {
  const { leads, handoffs, interactions, ownerChanges, opportunities, policy, asOf, timeZone, period } = house
  const records = { leads, handoffs, interactions, ownerChanges, opportunities }
  const quality = measureLeadHandoffQuality(records, { asOf, timeZone, period, policy })
  const { missingTokens } = policy
  const duplicates = new Map(
    findDuplicateLeads(leads, { missingTokens }).map(({ leadId, duplicateOf }) => [leadId, duplicateOf]),
  )
  const leadsById = new Map(leads.map((lead) => [lead.id, lead]))
  const assessed = handoffs
    .filter(({ handedAt }) => isInside(handedAt, period))
    .flatMap((handoff): AssessedLead[] => {
      const lead = leadsById.get(handoff.leadId)
      if (lead === undefined) return []
      const duplicateOf = duplicates.get(lead.id)
      const touches = interactions.filter(({ leadId }) => leadId === lead.id)
      const evidence = {
        lead,
        handoff,
        interactions: touches,
        ownerChanges: ownerChanges.filter(({ leadId }) => leadId === lead.id),
        nextHandoffAt: nextOf(handoff, handoffs)?.handedAt,
        duplicateOf,
      }
      const isTouched = touches.some((touch) => isHuman(touch) && timeOf(touch.at) >= timeOf(handoff.handedAt))
      const assessment = assessHandoff(evidence, { asOf, timeZone, policy })
      return [{ lead, handoff, duplicateOf, isTouched, assessment }]
    })
  return { quality, worst: assessed.filter(isJudged).sort(worstFirst).slice(0, count) }
}

function isHuman({ direction, channel, isAutomated }: Interaction): boolean {
  return isAutomated !== true && (direction === 'out' || channel === 'meeting')
}

function isInside(at: Instant, { start, end }: Period): boolean {
  const time = timeOf(at)
  return time >= timeOf(start) && time < timeOf(end)
}

function timeOf(at: Instant): number {
  return new Date(at).getTime()
}

/** The next hand-over of the same lead: what happens from then on belongs to that one. */
function nextOf({ leadId, handedAt }: Handoff, handoffs: readonly Handoff[]): Handoff | undefined {
  return handoffs
    .filter((other) => other.leadId === leadId && timeOf(other.handedAt) > timeOf(handedAt))
    .sort((a, b) => timeOf(a.handedAt) - timeOf(b.handedAt))[0]
}

function isJudged({ assessment }: AssessedLead): boolean {
  return assessment.mature && assessment.score.value !== null
}

/** The lowest mark first; among marks that were capped to the same number, the one that lost more; then by id. */
function worstFirst(a: AssessedLead, b: AssessedLead): number {
  const [first, second] = [a.assessment.score, b.assessment.score]
  return (
    (first.value ?? 0) - (second.value ?? 0) ||
    (first.raw ?? 0) - (second.raw ?? 0) ||
    (a.handoff.id < b.handoff.id ? -1 : 1)
  )
}
