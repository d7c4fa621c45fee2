import { compareDecimal, Decimal, toDecimal } from '../../internal/decimal.js'
import { assertArray, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { KeyResultStatus } from '../models/status.js'
import { readWeight } from '../scoring/rollUpProgress.js'
import { statusOrder } from '../statusOrder.js'
import type { PaceRule } from './pacePresets.js'
import { paceStatus } from './paceStatus.js'

/** Options of {@link objectiveStatus}. */
export interface ObjectiveStatusOptions {
  /** Status of the worst key result (default), or from the progress of the objective. */
  readonly method?: 'worst' | 'fromProgress' | undefined
  /** Pace rule of `fromProgress`; default `'default'`. */
  readonly rule?: PaceRule | undefined
}

/** A key result of an objective by its status. */
export interface StatusItem {
  /** The status. */
  readonly status: KeyResultStatus
  /** Weight from 0; default 1; 0 = tracked only. */
  readonly weight?: DecimalInput | undefined
  /** A guardrail has no say; default `'result'`. */
  readonly role?: 'result' | 'guardrail' | undefined
}

/** What the status of an objective is told from. */
export interface ObjectiveStatusData {
  /** Its key results. */
  readonly keyResults: readonly StatusItem[]
  /** Whether a guardrail is not attained; default false. */
  readonly guardrailBreached?: boolean | undefined
  /** Progress of the objective, for `fromProgress`. */
  readonly progress?: DecimalInput | null | undefined
  /** Expected progress of the objective, for `fromProgress`. */
  readonly expected?: DecimalInput | undefined
}

/** The status of an objective and what decided it. */
export interface ObjectiveStatus {
  /** The status. */
  status: KeyResultStatus
  /** What decided. */
  decidedBy: 'dropped' | 'no_key_results' | 'not_started' | 'guardrail' | 'worst' | 'fromProgress'
}

const finals: readonly KeyResultStatus[] = ['achieved', 'partial', 'missed', 'awaiting_outcome']

/** How a final status reads while other key results still run. */
const whileRunning: { readonly [status in KeyResultStatus]?: KeyResultStatus } = {
  missed: 'off_track',
  partial: 'at_risk',
  awaiting_outcome: 'on_track',
  achieved: 'attained',
}

/**
 * Gives the status of an objective: that of its worst key result, or from its progress.
 *
 * Results of weight above 0 that were not dropped have a say. A breached guardrail is off track, or missed once all have
 * ended. While some still run, missed ones read as off track, partial as at risk, achieved as attained.
 *
 * @param data - statuses of the key results, guardrail, progress and expected progress
 * @param options - method, pace rule
 * @returns the status and what decided it; `no_data` without key results
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT, INVALID_WEIGHT, INVALID_NUMBER
 * @example
 * ```ts
 * import { objectiveStatus } from 'retention-okr/okr'
 *
 * const keyResults = [{ status: 'on_track' }, { status: 'stale' }, { status: 'at_risk' }] as const
 * objectiveStatus({ keyResults }) // => { status: 'stale', decidedBy: 'worst' }
 * objectiveStatus({ keyResults, guardrailBreached: true }).status // => 'off_track'
 * ```
 * @since 0.1.0
 */
export function objectiveStatus(data: ObjectiveStatusData, options: ObjectiveStatusOptions = {}): ObjectiveStatus {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['method', 'rule'])
  const { method = 'worst', rule } = options
  assertOneOf(method, ['worst', 'fromProgress'], 'options.method')
  const results = readResults(data.keyResults)
  const counted = results.filter((status) => status !== 'dropped')
  if (counted.length === 0) {
    if (results.length > 0) return { status: 'dropped', decidedBy: 'dropped' }
    return { status: 'no_data', decidedBy: 'no_key_results' }
  }
  if (counted.every((status) => status === 'not_started')) {
    return { status: 'not_started', decidedBy: 'not_started' }
  }
  const ended = counted.every((status) => finals.includes(status))
  if (data.guardrailBreached === true) return { status: ended ? 'missed' : 'off_track', decidedBy: 'guardrail' }
  if (method === 'worst') return { status: worstOf(counted, ended), decidedBy: 'worst' }
  return { status: ended ? endedAs(counted, data.progress) : paceOfObjective(data, rule), decidedBy: 'fromProgress' }
}

/** The statuses of results that weigh. */
function readResults(keyResults: unknown): KeyResultStatus[] {
  assertArray(keyResults, 'keyResults')
  const statuses: KeyResultStatus[] = []
  ;(keyResults as readonly StatusItem[]).forEach((item, index) => {
    const path = `keyResults[${index}]`
    assertPlain(item, path)
    const { status, role = 'result' } = item
    assertOneOf(status, statusOrder, `${path}.status`, 'INVALID_INPUT')
    assertOneOf(role, ['result', 'guardrail'], `${path}.role`, 'INVALID_INPUT')
    const weighs = !readWeight(item.weight, `${path}.weight`).isZero()
    if (weighs && role === 'result') statuses.push(status)
  })
  return statuses
}

function worstOf(counted: readonly KeyResultStatus[], ended: boolean): KeyResultStatus {
  // One that has not started keeps the objective running, but has no say beside others.
  const said = counted
    .filter((status) => status !== 'not_started')
    .map((status) => (ended ? status : (whileRunning[status] ?? status)))
  return statusOrder.find((status) => said.includes(status)) ?? 'no_data'
}

function endedAs(counted: readonly KeyResultStatus[], progress: DecimalInput | null | undefined): KeyResultStatus {
  if (counted.includes('awaiting_outcome')) return 'awaiting_outcome'
  if (progress === null || progress === undefined) return 'missed'
  return compareDecimal(toDecimal(progress, 'progress'), new Decimal(1)) >= 0 ? 'achieved' : 'missed'
}

function paceOfObjective({ progress, expected }: ObjectiveStatusData, rule: PaceRule | undefined): KeyResultStatus {
  if (progress === null || progress === undefined) return 'no_data'
  return paceStatus({ progress, expected: expected as DecimalInput }, { rule }).status
}
