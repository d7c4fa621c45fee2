import { localDay } from '../../calendar/localDay.js'
import type { ReadHandoff } from './assessRead.js'
import type { HandoffDefect } from './models/assessment.js'
import type { HandoffCounts } from './models/figures.js'
import type { PlacedHandoff } from './readHandoffRecords.js'

const names = [
  'handed',
  'clean',
  'defects',
  'completenessAssessed',
  'fullyComplete',
  'mature',
  'reassigned',
  'firstPass',
  'acceptanceMet',
  'acceptanceBreached',
  'acceptancePending',
  'acceptancePendingMet',
  'acceptanceNotApplicable',
  'responseMet',
  'responseBreached',
  'responsePending',
  'responsePendingMet',
  'responseNotApplicable',
  'accepted',
  'rejected',
  'recycled',
  'undecided',
  'faultRejections',
  'acceptedDue',
  'acceptedUntouched',
  'open',
  'unowned',
] as const

/** Counts of nothing: every fixed name, the yield of recycled leads only with deals. */
export function emptyHandoffCounts(hasDeals: boolean): HandoffCounts {
  return { ...Object.fromEntries(names.map((name) => [name, 0])), ...(hasDeals ? { recycledWon: 0 } : {}) }
}

/** Name of the count of a kind of defect. */
function defectName(defect: HandoffDefect): string {
  return defect.kind === 'duplicate' ? 'defect:duplicate' : `defect:${defect.kind}:${defect.field}`
}

/** How the hand-offs of a tally are counted. */
export interface CountingRules {
  asOf: number
  timeZone: string
  hasDeals: boolean
  neutralRejections: ReadonlySet<string>
}

/** The names of the counts to which one hand-off adds, a name as often as it adds. */
export function countsOfHandoff(handoff: PlacedHandoff, assessed: ReadHandoff, rules: CountingRules): string[] {
  const { decision, reassignments, defects, mature } = assessed
  const isReassigned = reassignments.counted > 0
  const added = ['handed', clockName('acceptance', assessed), clockName('response', assessed)]
  const add = (name: string, applies: boolean) => {
    if (applies) added.push(name)
  }
  for (const side of ['acceptance', 'response'] as const) {
    add(`${side}PendingMet`, !assessed[side].mature && assessed[side].state === 'met')
  }
  add('mature', mature)
  add('clean', defects.length === 0)
  add('completenessAssessed', assessed.completenessAssessed)
  add('fullyComplete', assessed.components.completeness === 1)
  add('reassigned', isReassigned)
  add('firstPass', mature && defects.length === 0 && decision?.outcome === 'accepted' && !isReassigned)
  const isDue = decision?.outcome === 'accepted' && assessed.response.mature
  add('acceptedDue', isDue)
  add('acceptedUntouched', isDue && !assessed.touched)
  for (const defect of defects) added.push('defects', defectName(defect))
  added.push(...decisionNames(handoff, assessed, rules), ...ownerNames(handoff, assessed, rules))
  return added
}

function clockName(side: 'acceptance' | 'response', assessed: ReadHandoff): string {
  const { state, mature } = assessed[side]
  if (state === 'not_applicable') return `${side}NotApplicable`
  if (!mature) return `${side}Pending`
  return state === 'met' ? `${side}Met` : `${side}Breached`
}

/** By decision, of those whose window to decide is over. */
function decisionNames(handoff: PlacedHandoff, assessed: ReadHandoff, rules: CountingRules): string[] {
  const { decision, acceptance } = assessed
  if (!acceptance.mature) return []
  if (decision === undefined) return ['undecided']
  const { outcome, reason, at } = decision
  if (outcome === 'rejected') {
    const isFault = reason !== undefined && !rules.neutralRejections.has(reason)
    return ['rejected', `reason:${reason ?? ''}`, ...(isFault ? ['faultRejections'] : [])]
  }
  if (outcome === 'accepted' || !rules.hasDeals) return [outcome]
  const decided = localDay(at, rules.timeZone)
  const isWon = handoff.deals.some(({ won, closedAt }) => won && localDay(closedAt, rules.timeZone) >= decided)
  return isWon ? ['recycled', 'recycledWon'] : ['recycled']
}

/** Whether the lead is still in somebody's hands, and in whose. */
function ownerNames(handoff: PlacedHandoff, assessed: ReadHandoff, { asOf }: CountingRules): string[] {
  const { decision, reassignments, changed } = assessed
  const isReturned = decision?.outcome === 'rejected' || decision?.outcome === 'recycled'
  const isConverted = handoff.convertedAt !== undefined && handoff.convertedAt <= asOf
  if (!handoff.isLast || isReturned || isConverted || handoff.deals.length > 0) return []
  const isTold = handoff.assignedTo !== null || changed
  const owner = isTold ? reassignments.owner : handoff.leadOwner
  if (owner === undefined) return []
  return owner === null ? ['open', 'unowned'] : ['open']
}
