import * as handoff from '../../../src/metrics/handoff/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  leadCompleteness: handoff.leadCompleteness as Call,
  classificationAccuracy: handoff.classificationAccuracy as Call,
  findDuplicateLeads: handoff.findDuplicateLeads as Call,
  countReassignments: handoff.countReassignments as Call,
  scoreHandoff: handoff.scoreHandoff as Call,
  assessHandoff: handoff.assessHandoff as Call,
  cleanHandoffRate: handoff.cleanHandoffRate as Call,
  leadAcceptanceRate: handoff.leadAcceptanceRate as Call,
  tallyHandoffs: handoff.tallyHandoffs as Call,
  leadHandoffQuality: handoff.leadHandoffQuality as Call,
  measureLeadHandoffQuality: handoff.measureLeadHandoffQuality as Call,
  findResponsibilityGaps: handoff.findResponsibilityGaps as Call,
  responsibilityClarity: handoff.responsibilityClarity as Call,
}
