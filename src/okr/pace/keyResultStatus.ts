import { type Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { assertDay, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { Day, DecimalInput } from '../../measurement.js'
import { type CheckInStaleness, checkInStaleness } from '../check-ins/checkInStaleness.js'
import { readDays } from '../cycle/cyclePeriod.js'
import type { ReportedStatus } from '../models/checkIn.js'
import type { Cadence, Plan } from '../models/cycle.js'
import type { Condition, Quantity } from '../models/quantity.js'
import type { ComputedStatus, KeyResultStatus, Outcome } from '../models/status.js'
import { readQuantity } from '../readQuantity.js'
import { maintainStatus } from '../scoring/maintainStatus.js'
import { exactExpectation } from './expectedProgress.js'
import type { PaceRule } from './pacePresets.js'
import { type PaceReading, paceOf } from './paceStatus.js'

/** Options of {@link keyResultStatus}. */
export interface KeyResultStatusOptions {
  /** The day of the question. */
  readonly asOf: Day
  /** Pace rule: a preset, or thresholds; default `'default'`. */
  readonly rule?: PaceRule | undefined
  /** Days after the due day on which a check-in is only late; default 3. */
  readonly graceDays?: number | undefined
}

/** What the status of a key result is told from. */
export interface KeyResultStatusData {
  /** First day. */
  readonly firstDay: Day
  /** Last day. */
  readonly lastDay: Day
  /** Progress and whether it is attained; null or absent when it is not measured. */
  readonly score?: StatusScore | null | undefined
  /** How progress is expected to come; default linear. */
  readonly plan?: Plan | undefined
  /** The outcome, once it is recorded. */
  readonly closed?: Outcome | null | undefined
  /** How often people check in; without one nothing is ever stale. */
  readonly cadence?: Cadence | undefined
  /** Day of the last check-in. */
  readonly lastCheckIn?: Day | null | undefined
  /** Day from which the outcome can be known. */
  readonly observableOn?: Day | undefined
  /** Status that a person reports. */
  readonly reported?: ReportedStatus | null | undefined
  /** Condition and value of a key result that is to be kept. */
  readonly maintain?: MaintainState | undefined
}

/** Progress of a key result and whether it is attained. */
export interface StatusScore {
  /** Progress; null when it is not measured. */
  readonly progress: DecimalInput | null
  /** Whether it is attained; null when nobody can say. */
  readonly attained: boolean | null
}

/** A condition that is to be kept, and the value. */
export interface MaintainState {
  /** The condition. */
  readonly condition: Condition
  /** The value; null when it is not measured. */
  readonly value: Quantity | null
}

/** What decided a status, and what the rules alone say. */
export interface KeyResultStatusDetail {
  /** The first reason that applied. */
  decidedBy: 'closed' | 'not_started' | 'ended' | 'stale' | 'no_data' | 'attained' | 'reported' | 'maintain' | 'pace'
  /** What the condition or the pace says, whatever decided. */
  computed: ComputedStatus
  /** What a person reported; null when nobody did. */
  reported: 'on_track' | 'at_risk' | 'off_track' | null
  /** Pace against the plan; null of a condition that is to be kept and without progress. */
  pace: ExpectedPace | null
  /** Whether the next check-in is due; null without a cadence. */
  staleness: CheckInStaleness | null
}

/** Pace with the progress that was expected. */
export interface ExpectedPace extends PaceReading {
  /** Expected progress. */
  expected: number
}

/** A status with what decided it. */
export interface KeyResultStatusResult extends KeyResultStatusDetail {
  /** The status. */
  status: KeyResultStatus
}

/**
 * Gives the status of a key result: the first reason that applies.
 *
 * A recorded outcome; not started; ended (achieved, awaiting its outcome, or missed); stale check-ins, because silence is
 * never green; no data; attained, which can slip back; a person's report; the condition that is to be kept; the pace.
 *
 * @param data - days, score, plan, outcome, cadence, last check-in, report, condition
 * @param options - the day of the question, pace rule, days of grace
 * @returns the status, what decided it, and what the rules alone say
 * @throws {@link RetentionOkrError} INVALID_DAY, INVALID_PERIOD, INVALID_PLAN, INVALID_CONDITION, INVALID_NUMBER,
 * INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { keyResultStatus } from 'retention-okr/okr'
 *
 * const quarter = { firstDay: '2026-01-01', lastDay: '2026-03-31' }
 * const good = { ...quarter, score: { progress: '0.9', attained: false } }
 * keyResultStatus(good, { asOf: '2026-02-14' }).status // => 'on_track'
 * const silent = { ...good, cadence: 'weekly', lastCheckIn: '2026-02-02' } as const
 * keyResultStatus(silent, { asOf: '2026-02-14' }).status // => 'stale'
 * ```
 * @since 0.1.0
 */
export function keyResultStatus(data: KeyResultStatusData, options: KeyResultStatusOptions): KeyResultStatusResult {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['asOf', 'rule', 'graceDays'])
  const { score } = data
  if (score !== undefined && score !== null) assertPlain(score, 'score')
  const progress = score?.progress ?? null
  return statusOf(
    { ...data, progress: progress === null ? null : toDecimal(progress, 'score.progress') },
    score?.attained ?? null,
    options,
  )
}

/** The data of a status with exact progress. */
export type ExactStatusData = Omit<KeyResultStatusData, 'score'> & { readonly progress: Decimal | null }

/** The same over exact progress. */
export function statusOf(
  data: ExactStatusData,
  attained: boolean | null,
  options: KeyResultStatusOptions,
): KeyResultStatusResult {
  assertDay(options.asOf, 'options.asOf')
  const { progress, maintain } = data
  checkStatusData(data)
  const { expected } = exactExpectation(data, options.asOf)
  const pace = paceOf(progress, expected, options.rule)
  const kept = maintain === undefined ? undefined : maintainStatus(maintain)
  const detail = {
    computed: kept?.status ?? pace.status,
    reported: data.reported?.status ?? null,
    pace: kept !== undefined || progress === null ? null : { expected: toDouble(expected), ...pace },
    staleness: stalenessOf(data, options),
  }
  return { ...decide(data, attained, options.asOf, detail), ...detail }
}

function checkStatusData({ closed, observableOn, reported, ...days }: ExactStatusData): void {
  readDays(days)
  if (closed !== undefined && closed !== null) {
    assertOneOf(closed, ['achieved', 'partial', 'missed', 'dropped'], 'closed', 'INVALID_INPUT')
  }
  if (observableOn !== undefined) assertDay(observableOn, 'observableOn')
  if (reported !== undefined && reported !== null) {
    assertPlain(reported, 'reported')
    assertOneOf(reported.status, ['on_track', 'at_risk', 'off_track'], 'reported.status', 'INVALID_INPUT')
  }
}

function stalenessOf(data: ExactStatusData, { asOf, graceDays }: KeyResultStatusOptions): CheckInStaleness | null {
  const { cadence, firstDay, lastCheckIn = null } = data
  return cadence === undefined ? null : checkInStaleness({ lastCheckIn, firstDay, cadence }, { asOf, graceDays })
}

function decide(
  data: ExactStatusData,
  attained: boolean | null,
  asOf: Day,
  { computed, reported, staleness }: Omit<KeyResultStatusDetail, 'decidedBy'>,
): Pick<KeyResultStatusResult, 'status' | 'decidedBy'> {
  const { closed, firstDay, lastDay, observableOn, maintain, progress } = data
  if (closed !== undefined && closed !== null) return { status: closed, decidedBy: 'closed' }
  if (asOf < firstDay) return { status: 'not_started', decidedBy: 'not_started' }
  if (asOf > lastDay) return { status: endedAs(attained, observableOn, asOf), decidedBy: 'ended' }
  if (staleness?.state === 'stale') return { status: 'stale', decidedBy: 'stale' }
  const hasValue = maintain !== undefined && readQuantity(maintain.value, 'maintain.value').value !== null
  if (progress === null && !hasValue) return { status: 'no_data', decidedBy: 'no_data' }
  if (attained === true && maintain === undefined) return { status: 'attained', decidedBy: 'attained' }
  if (reported !== null) return { status: reported, decidedBy: 'reported' }
  return { status: computed, decidedBy: maintain === undefined ? 'pace' : 'maintain' }
}

function endedAs(attained: boolean | null, observableOn: Day | undefined, asOf: Day): KeyResultStatus {
  if (attained === true) return 'achieved'
  return observableOn !== undefined && observableOn > asOf ? 'awaiting_outcome' : 'missed'
}
