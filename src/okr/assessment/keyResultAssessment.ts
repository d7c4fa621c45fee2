import type { Day, DecimalInput } from '../../measurement.js'
import type { AttainmentEvidence } from '../evidence/attainmentEvidence.js'
import type { Forecast } from '../forecast/predict.js'
import type { CheckIn, KeyResultVersion } from '../models/checkIn.js'
import type { Cadence, Cycle } from '../models/cycle.js'
import type { KeyResult } from '../models/keyResult.js'
import type { KeyResultStatus } from '../models/status.js'
import type { KeyResultStatusDetail } from '../pace/keyResultStatus.js'
import type { PaceRule } from '../pace/pacePresets.js'
import type { KeyResultScore } from '../scoring/keyResultScore.js'

/** A key result with what is known of it. */
export interface AssessKeyResultData {
  /** The key result as it is defined now. */
  readonly keyResult: KeyResult
  /** Its cycle; its days are those of the key result unless it has its own. */
  readonly cycle: Cycle
  /** Its check-ins. */
  readonly checkIns: readonly CheckIn[]
  /** How often people check in, when the key result does not say. */
  readonly cadence?: Cadence | undefined
  /** Versions of its definition; default the one given, from the first day of the cycle. */
  readonly versions?: readonly KeyResultVersion[] | undefined
}

/** Options of {@link assessKeyResult}. */
export interface AssessKeyResultOptions {
  /** The day of the assessment. */
  readonly asOf: Day
  /** The day whose knowledge counts; default `asOf`. */
  readonly knownOn?: Day | undefined
  /** Pace rule: a preset, or thresholds; default `'default'`. */
  readonly rule?: PaceRule | undefined
  /** Days after the due day on which a check-in is only late; default 3. */
  readonly graceDays?: number | undefined
  /** The most that progress counts, 1 to 2; default 1. */
  readonly ceiling?: DecimalInput | undefined
  /** Level of the interval of the forecast, in (0, 1); default 0.8. */
  readonly forecastLevel?: DecimalInput | undefined
  /** Level of the interval of the evidence, in (0, 1); default 0.95. */
  readonly evidenceLevel?: DecimalInput | undefined
}

/** Everything about one key result on a day. */
export interface KeyResultAssessment {
  /** Id of the key result. */
  keyResultId: string
  /** The day. */
  asOf: Day
  /** How far it has come. */
  score: KeyResultScore
  /** Its status. */
  status: KeyResultStatus
  /** What decided the status, and what the rules alone say. */
  statusDetail: KeyResultStatusDetail
  /** Elapsed share of its time, 0 to 1. */
  elapsed: number
  /** Expected progress; 1 of a condition that is to be kept. */
  expected: number
  /** The same in the unit of the metric; of kind `change` only, else null. */
  expectedValue: number | null
  /** Forecast of the last day; of kind `change` only, else null. */
  forecast: Forecast | null
  /** Whether it was attained beyond chance; null without counts and interval. */
  evidence: AttainmentEvidence | null
  /** The definition in force against the first one. */
  history: AssessmentHistory
  /** Confidence that was stated last; null when nobody stated one. */
  confidence: number | null
  /** That minus the one stated before; null with fewer than two. */
  confidenceChange: number | null
}

/** The definition in force against the first one; nulls before the first. */
export interface AssessmentHistory {
  /** Place of the version in force, from 0. */
  definitionIndex: number | null
  /** Progress by the first version. */
  progressOriginal: number | null
  /** Whether the version in force is easier than the first. */
  goalpostsEased: boolean | null
}
