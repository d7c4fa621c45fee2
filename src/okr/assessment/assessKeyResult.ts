import { Decimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Day, DecimalInput } from '../../measurement.js'
import { assertText } from '../assertText.js'
import { visibleCheckIns } from '../check-ins/visibleCheckIns.js'
import { type Aim, type AttainmentEvidence, aimOfCondition, attainmentOf } from '../evidence/attainmentEvidence.js'
import { quotientOf, withValue } from '../evidence/readMeasured.js'
import { forecastOf } from '../forecast/forecastKeyResult.js'
import { type Forecast, unpredicted } from '../forecast/predict.js'
import { definitionAsOf, orderedVersions } from '../history/definitionAsOf.js'
import { fitReading } from '../history/fitReading.js'
import { isEased } from '../history/isEased.js'
import type { CheckIn, KeyResultVersion } from '../models/checkIn.js'
import type { Cadence, Cycle, Plan } from '../models/cycle.js'
import type { KeyResult } from '../models/keyResult.js'
import type { Reading } from '../models/reading.js'
import { exactExpectation } from '../pace/expectedProgress.js'
import { statusOf } from '../pace/keyResultStatus.js'
import { readLevel } from '../readLevel.js'
import { readQuantity } from '../readQuantity.js'
import { readShare } from '../readShare.js'
import type { ExactScore } from '../scoring/keyResultScore.js'
import { readCeiling } from '../scoring/readCeiling.js'
import { readTarget } from '../scoring/resolveTarget.js'
import { scoreByKind } from '../scoring/scoreByKind.js'
import type { AssessKeyResultOptions, AssessmentHistory, KeyResultAssessment } from './keyResultAssessment.js'
import { scoreEndedMaintain } from './scoreEndedMaintain.js'

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

/** The options of an assessment, for the check of unknown ones. */
export const assessmentOptionNames = [
  'asOf',
  'knownOn',
  'rule',
  'graceDays',
  'ceiling',
  'forecastLevel',
  'evidenceLevel',
] as const

/**
 * Assesses a key result on a day: score, status, expectation, forecast, evidence, history and confidence.
 *
 * The definition in force then scores the reading in force then; nothing that was recorded or defined later counts. A lag
 * of settlement delays values, not people: silence, reports and confidence are judged by the newest check-in.
 *
 * @param data - key result, cycle, check-ins, cadence, versions
 * @param options - the day, the day of knowledge, pace rule, grace, ceiling, levels
 * @returns the assessment, every part of it with its own reasons
 * @throws {@link RetentionOkrError} UNKNOWN_KEY_RESULT for a check-in of another key result
 * @throws {@link RetentionOkrError} INVALID_DEFINITION for an empty list of versions, INVALID_OPTION, INVALID_INPUT and
 * what {@link scoreKeyResult}, {@link keyResultStatus} and {@link forecastKeyResult} throw
 * @example
 * ```ts
 * import { assessKeyResult, cycleContaining } from 'retention-okr/okr'
 *
 * const keyResult = { id: 'churn', title: 'Churn', kind: 'change', baseline: '0.05', target: '0.045' } as const
 * const checkIns = [{ id: 'c1', keyResultId: 'churn', on: '2026-02-14', reading: { value: '0.047' } }]
 * const cycle = cycleContaining('2026-02-14')
 * const assessment = assessKeyResult({ keyResult, cycle, checkIns }, { asOf: '2026-02-14' })
 * assessment.score.progress // => 0.6
 * assessment.status // => 'on_track'
 * ```
 * @since 0.1.0
 */
export function assessKeyResult(data: AssessKeyResultData, options: AssessKeyResultOptions): KeyResultAssessment {
  assertPlain(data, 'data')
  assertPlain(data.keyResult, 'keyResult')
  assertText(data.keyResult.id, 'keyResult.id')
  assertPlain(data.cycle, 'cycle')
  assertKnownOptions(options, assessmentOptionNames)
  assertArray(data.checkIns, 'checkIns')
  data.checkIns.forEach((checkIn, index) => {
    assertPlain(checkIn, `checkIns[${index}]`)
    if (checkIn.keyResultId !== data.keyResult.id) {
      fail('UNKNOWN_KEY_RESULT', `checkIns[${index}].keyResultId`, 'must be the key result', 'another id')
    }
  })
  return assessExact(data, options).assessment
}

/** An assessment with what an objective needs of it before rounding. */
export interface ExactAssessment {
  assessment: KeyResultAssessment
  definition: KeyResult
  progress: Decimal | null
  expected: Decimal
}

/** The same with exact progress and expectation, over check-ins of the one key result. */
export function assessExact(data: AssessKeyResultData, options: AssessKeyResultOptions): ExactAssessment {
  const context = readContext(data, options)
  const { definition, days, latest } = context
  const scored = context.scoreBy(definition)
  const { status, ...statusDetail } = statusOfKeyResult(context, scored, data, options)
  const { elapsed, expected } = expectationOf(context, options.asOf)
  const aim = aimOf(context, scored)
  const assessment: KeyResultAssessment = {
    keyResultId: data.keyResult.id,
    asOf: options.asOf,
    score: scored.score,
    status,
    statusDetail,
    elapsed: toDouble(elapsed),
    expected: toDouble(expected),
    expectedValue: expectedValueOf(definition, expected),
    forecast: forecastFor(context, days, options),
    evidence: evidenceOf(definition, latest, aim, readLevel(options.evidenceLevel ?? 0.95, 'options.evidenceLevel')),
    history: historyOf(context, scored),
    ...confidenceOf(context.people),
  }
  return { assessment, definition, progress: scored.progress, expected }
}

interface Days {
  firstDay: Day
  lastDay: Day
}

interface Context {
  /** The definition in force, its place, and the first one. */
  definition: KeyResult
  definitionIndex: number | null
  original: KeyResult
  days: Days
  plan: Plan | undefined
  /** Check-ins whose values have settled, and all that are known. */
  settled: readonly CheckIn[]
  people: readonly CheckIn[]
  latest: Reading | null
  scoreBy: (definition: KeyResult) => ExactScore
}

function readContext(data: AssessKeyResultData, options: AssessKeyResultOptions): Context {
  const { keyResult, cycle, checkIns } = data
  const { asOf, knownOn } = options
  const versions = orderedVersions(data.versions ?? [{ effectiveFrom: cycle.firstDay, keyResult }])
  const { index, version } = definitionAsOf(versions, { asOf })
  const definition = version?.keyResult ?? versions[0].keyResult
  const days = { firstDay: definition.firstDay ?? cycle.firstDay, lastDay: definition.lastDay ?? cycle.lastDay }
  const settlementLagDays = definition.metricRef?.settlementLagDays
  const settled = visibleCheckIns(checkIns, { asOf, knownOn, settlementLagDays })
  const latest = settled.at(-1)?.reading ?? null
  const ceiling = readCeiling(options.ceiling)
  const definitions = versions.map((one) => one.keyResult)
  const scoreBy = (one: KeyResult): ExactScore => {
    const scored = scoreByKind(one, fitReading(latest, one, definitions), { ceiling, lastDay: days.lastDay })
    return one.kind === 'maintain' && asOf > days.lastDay ? scoreEndedMaintain(one, scored, settled, days) : scored
  }
  return {
    definition,
    definitionIndex: index,
    original: versions[0].keyResult,
    days,
    plan: definition.plan ?? (['milestone', 'baseline'].includes(definition.kind) ? { kind: 'step' } : undefined),
    settled,
    people: visibleCheckIns(checkIns, { asOf, knownOn }),
    latest,
    scoreBy,
  }
}

function statusOfKeyResult(
  { definition, days, plan, people, latest }: Context,
  { score, progress }: ExactScore,
  { keyResult, cadence }: AssessKeyResultData,
  { asOf, rule, graceDays }: AssessKeyResultOptions,
) {
  const { closing } = keyResult
  const newest = people.at(-1)
  return statusOf(
    {
      ...days,
      progress,
      plan,
      closed: closing !== undefined && closing.on <= asOf ? closing.outcome : null,
      cadence: definition.cadence ?? cadence,
      lastCheckIn: newest?.on ?? null,
      observableOn: definition.observableOn,
      reported: newest?.reported ?? null,
      ...(definition.kind === 'maintain'
        ? { maintain: { condition: definition.condition, value: readValueOf(latest) } }
        : {}),
    },
    score.attained,
    { asOf, rule, graceDays },
  )
}

/** The value of a reading that has one. */
function readValueOf(reading: Reading | null) {
  return reading !== null && 'value' in reading ? reading.value : null
}

function expectationOf({ definition, days, plan }: Context, asOf: Day): { elapsed: Decimal; expected: Decimal } {
  const { elapsed, expected } = exactExpectation({ plan, ...days }, asOf)
  return { elapsed, expected: definition.kind === 'maintain' ? new Decimal(1) : expected }
}

function expectedValueOf(definition: KeyResult, expected: Decimal): number | null {
  if (definition.kind !== 'change') return null
  const baseline = readQuantity(definition.baseline, 'baseline').value
  const target = readTarget(definition)
  return baseline === null || target === null ? null : toDouble(baseline.plus(target.minus(baseline).times(expected)))
}

/** What the number must satisfy; null when nobody can say. */
function aimOf({ definition }: Context, { score }: ExactScore): Aim | null {
  if (definition.kind === 'maintain') return aimOfCondition(definition.condition)
  if (definition.kind !== 'change') return null
  const bound = readTarget(definition)
  const operator = score.operator ?? null
  return bound === null || operator === null ? null : [{ operator, bound }]
}

function evidenceOf(
  { unit }: KeyResult,
  latest: Reading | null,
  aim: Aim | null,
  level: number,
): AttainmentEvidence | null {
  if (aim === null || latest === null || !('value' in latest)) return null
  const { value } = readQuantity(latest.value, 'reading.value')
  if (value === null) return null
  const read = withValue(value, { unit, ...latest, ...quotientOf(latest.value) }, level, 'reading')
  return read.interval === null ? null : attainmentOf(read, aim)
}

function forecastFor(context: Context, days: Days, options: AssessKeyResultOptions): Forecast | null {
  const { definition, settled, plan } = context
  const level = options.forecastLevel ?? 0.8
  readLevel(level, 'options.forecastLevel')
  if (definition.kind !== 'change') return null
  const { nature = 'level' } = definition
  const readings = settled.map(({ on, reading }) => ({ on, value: readValueOf(reading) }))
  const baseline = readQuantity(definition.baseline, 'baseline').value
  const begun = readings.some(
    ({ on, value }) => on <= days.firstDay && readQuantity(value, 'reading.value').value !== null,
  )
  // What stands or adds up was at its baseline on the first day; a rate is measured anew each time.
  const start =
    nature === 'rate' || baseline === null || begun ? [] : [{ on: days.firstDay, value: definition.baseline }]
  const target = readTarget(definition)
  const { operator = null } = context.scoreBy(definition).score
  const data = { readings: [...start, ...readings], ...days, plan, nature }
  if (target === null || operator === null) {
    const reason = baseline === null ? 'no_baseline' : 'degenerate_range'
    const {
      model,
      readings: used,
      plan: usedPlan,
    } = forecastOf({ ...data, target: new Decimal(0), operator: 'gte' }, { asOf: options.asOf, level })
    return { ...unpredicted(reason), model, readings: used, plan: usedPlan }
  }
  return forecastOf({ ...data, target, operator }, { asOf: options.asOf, level })
}

function historyOf({ definition, definitionIndex, original, scoreBy }: Context, scored: ExactScore): AssessmentHistory {
  if (definitionIndex === null) return { definitionIndex, progressOriginal: null, goalpostsEased: null }
  const progress = original.kind === definition.kind ? scoreBy(original).progress : null
  return {
    definitionIndex,
    progressOriginal: progress === null ? null : toDouble(progress),
    goalpostsEased: isEased(original, definition, { earlier: progress, later: scored.progress }),
  }
}

function confidenceOf(people: readonly CheckIn[]): Pick<KeyResultAssessment, 'confidence' | 'confidenceChange'> {
  const stated = people
    .map(({ confidence }) => confidence)
    .filter((confidence): confidence is DecimalInput => confidence !== undefined)
    .map((confidence) => readShare(confidence, 'checkIns.confidence'))
  const [last, before] = [stated.at(-1), stated.at(-2)]
  return {
    confidence: last === undefined ? null : toDouble(last),
    confidenceChange: last === undefined || before === undefined ? null : toDouble(last.minus(before)),
  }
}
