import type { Finding } from '../finding.js'
import type { JsonObject } from '../measurement.js'
import type { Detectable, SignalResult, SignalState, SignalStatus, UnmetMinimum } from './model.js'

const statusOf: Record<SignalState, SignalStatus> = {
  fires: 'signal',
  quiet: 'no_signal',
  insufficient_data: 'not_enough_data',
  cannot_tell: 'cannot_tell',
  dilution: 'no_signal',
  slowdown: 'no_signal',
  mix_shift: 'no_signal',
  watch: 'no_signal',
}

/** What a rule of sales communication found. */
export interface RuleVerdict {
  detector: string
  subject: string
  state: SignalState
  findings?: Finding[]
  evidence?: Finding['evidence']
  missing?: UnmetMinimum[]
  /** The smallest change that would have been found; default not defined. */
  detectable?: Detectable | null
  /** Size of the family that was compared. */
  comparisons: number
  excluded?: Record<string, number>
  asOf: string
  definition: JsonObject
}

/** The result of a rule: its status follows from its state. */
export function ruleResult(verdict: RuleVerdict): SignalResult {
  const { detector, subject, state, findings = [], evidence, missing, detectable = null, ...rest } = verdict
  const status = statusOf[state]
  const isShort = status === 'not_enough_data'
  return {
    detector,
    subject,
    status,
    state,
    findings,
    ...(evidence === undefined ? {} : { evidence }),
    ...(isShort ? { missing: missing ?? [] } : {}),
    ...(status === 'no_signal' ? { detectable } : {}),
    cautions: [],
    comparisons: isShort ? 0 : rest.comparisons,
    excluded: rest.excluded ?? {},
    asOf: rest.asOf,
    definition: rest.definition,
  }
}
