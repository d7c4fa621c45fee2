import { checkAlignment } from '../../../src/okr/alignment/checkAlignment.js'
import * as okr from '../../../src/okr/index.js'
import { maintainStatus } from '../../../src/okr/scoring/maintainStatus.js'
import { resolveTarget } from '../../../src/okr/scoring/resolveTarget.js'
import { scoreChecklist } from '../../../src/okr/scoring/scoreChecklist.js'
import { scoreComposite } from '../../../src/okr/scoring/scoreComposite.js'
import { scoreMaintainPeriods } from '../../../src/okr/scoring/scoreMaintainPeriods.js'
import { scoreMaintainTime } from '../../../src/okr/scoring/scoreMaintainTime.js'
import { scoreMilestone } from '../../../src/okr/scoring/scoreMilestone.js'
import { scoreOrdinal } from '../../../src/okr/scoring/scoreOrdinal.js'
import { scoreZones } from '../../../src/okr/scoring/scoreZones.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  scoreChange: okr.scoreChange as Call,
  isAttained: okr.isAttained as Call,
  rollUpProgress: okr.rollUpProgress as Call,
  cycleContaining: okr.cycleContaining as Call,
  cyclePeriod: okr.cyclePeriod as Call,
  elapsedShare: okr.elapsedShare as Call,
  expectedProgress: okr.expectedProgress as Call,
  paceStatus: okr.paceStatus as Call,
  requiredPaceRatio: okr.requiredPaceRatio as Call,
  resolveTarget: resolveTarget as Call,
  maintainStatus: maintainStatus as Call,
  scoreKeyResult: okr.scoreKeyResult as Call,
  scoreObjective: okr.scoreObjective as Call,
  scoreChecklist: scoreChecklist as Call,
  scoreComposite: scoreComposite as Call,
  scoreMilestone: scoreMilestone as Call,
  scoreOrdinal: scoreOrdinal as Call,
  scoreZones: scoreZones as Call,
  scoreMaintainPeriods: scoreMaintainPeriods as Call,
  scoreMaintainTime: scoreMaintainTime as Call,
  keyResultStatus: okr.keyResultStatus as Call,
  objectiveStatus: okr.objectiveStatus as Call,
  readingFromMeasurement: okr.readingFromMeasurement as Call,
  readingAsOf: okr.readingAsOf as Call,
  checkInStaleness: okr.checkInStaleness as Call,
  checkInPunctuality: okr.checkInPunctuality as Call,
  checkInPunctualityRate: okr.checkInPunctualityRate as Call,
  reviewDates: okr.reviewDates as Call,
  confidenceBand: okr.confidenceBand as Call,
  assessKeyResult: okr.assessKeyResult as Call,
  assessObjective: okr.assessObjective as Call,
  forecastKeyResult: okr.forecastKeyResult as Call,
  noChangeProbability: okr.noChangeProbability as Call,
  attainmentEvidence: okr.attainmentEvidence as Call,
  definitionAsOf: okr.definitionAsOf as Call,
  scoreAsOf: okr.scoreAsOf as Call,
  aggregateQuantities: okr.aggregateQuantities as Call,
  weightsFromTargets: okr.weightsFromTargets as Call,
  orderReviewAgenda: okr.orderReviewAgenda as Call,
  draftReview: okr.draftReview as Call,
  preservedProgress: okr.preservedProgress as Call,
  carryOverKeyResult: okr.carryOverKeyResult as Call,
  gradeBand: okr.gradeBand as Call,
  gradeKeyResult: okr.gradeKeyResult as Call,
  summariseGrades: okr.summariseGrades as Call,
  ambitionEvidence: okr.ambitionEvidence as Call,
  confidenceCalibration: okr.confidenceCalibration as Call,
  findAlignmentCycles: okr.findAlignmentCycles as Call,
  rollUpAlignment: okr.rollUpAlignment as Call,
  changeEvidence: okr.changeEvidence as Call,
  checkAlignment: checkAlignment as Call,
  lintObjectives: okr.lintObjectives as Call,
  retentionObjective: okr.retentionObjective as Call,
  supportObjective: okr.supportObjective as Call,
  salesCommunicationObjective: okr.salesCommunicationObjective as Call,
}
