import * as okr from '../../../src/okr/index.js'
import { maintainStatus } from '../../../src/okr/scoring/maintainStatus.js'
import { resolveTarget } from '../../../src/okr/scoring/resolveTarget.js'
import { scoreChecklist } from '../../../src/okr/scoring/scoreChecklist.js'
import { scoreComposite } from '../../../src/okr/scoring/scoreComposite.js'
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
}
