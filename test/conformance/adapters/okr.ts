import * as okr from '../../../src/okr/index.js'
import { maintainStatus } from '../../../src/okr/scoring/maintainStatus.js'
import { resolveTarget } from '../../../src/okr/scoring/resolveTarget.js'

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
}
