import { Decimal, toDouble } from '../../internal/decimal.js'
import type { Day, DecimalInput } from '../../measurement.js'
import { isEased } from '../history/isEased.js'
import type { CheckIn } from '../models/checkIn.js'
import type { KeyResult } from '../models/keyResult.js'
import { exactExpectation } from '../pace/expectedProgress.js'
import { statusOf } from '../pace/keyResultStatus.js'
import { readLevel } from '../readLevel.js'
import { readQuantity } from '../readQuantity.js'
import { readShare } from '../readShare.js'
import type { ExactScore } from '../scoring/keyResultScore.js'
import { readTarget } from '../scoring/resolveTarget.js'
import { aimOfKeyResult } from './aimOfKeyResult.js'
import { evidenceOfContext } from './evidenceOfContext.js'
import { forecastOfContext } from './forecastOfContext.js'
import type {
  AssessKeyResultData,
  AssessKeyResultOptions,
  AssessmentHistory,
  KeyResultAssessment,
} from './keyResultAssessment.js'
import { type AssessmentContext, readAssessmentContext } from './readAssessmentContext.js'
import { valueOfReading } from './valueOfReading.js'

/** An assessment with what an objective needs of it before rounding. */
export interface ExactAssessment {
  assessment: KeyResultAssessment
  /** The definition in force. */
  definition: KeyResult
  progress: Decimal | null
  expected: Decimal
}

/** The assessment of a key result with exact progress and expectation, over check-ins of the one key result. */
export function assessExact(data: AssessKeyResultData, options: AssessKeyResultOptions): ExactAssessment {
  const context = readAssessmentContext(data, options)
  const { asOf } = options
  const { definition } = context
  const scored = context.scoreBy(definition)
  const { status, ...statusDetail } = statusOfContext(context, scored, data, options)
  const { elapsed, expected } = expectationOf(context, asOf)
  const aim = aimOfKeyResult(definition, scored.score)
  const assessment: KeyResultAssessment = {
    keyResultId: data.keyResult.id,
    asOf,
    score: scored.score,
    status,
    statusDetail,
    elapsed: toDouble(elapsed),
    expected: toDouble(expected),
    expectedValue: expectedValueOf(definition, expected),
    forecast: forecastOfContext(context, options),
    evidence: evidenceOfContext(context, aim, readLevel(options.evidenceLevel ?? 0.95, 'options.evidenceLevel')),
    history: historyOf(context, scored),
    ...confidenceOf(context.people),
  }
  return { assessment, definition, progress: scored.progress, expected }
}

function statusOfContext(
  { definition, days, plan, people, latest }: AssessmentContext,
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
        ? { maintain: { condition: definition.condition, value: valueOfReading(latest) } }
        : {}),
    },
    score.attained,
    { asOf, rule, graceDays },
  )
}

function expectationOf(
  { definition, days, plan }: AssessmentContext,
  asOf: Day,
): { elapsed: Decimal; expected: Decimal } {
  const { elapsed, expected } = exactExpectation({ plan, ...days }, asOf)
  return { elapsed, expected: definition.kind === 'maintain' ? new Decimal(1) : expected }
}

function expectedValueOf(definition: KeyResult, expected: Decimal): number | null {
  if (definition.kind !== 'change') return null
  const baseline = readQuantity(definition.baseline, 'baseline').value
  const target = readTarget(definition)
  return baseline === null || target === null ? null : toDouble(baseline.plus(target.minus(baseline).times(expected)))
}

function historyOf(
  { definition, definitionIndex, original, scoreBy }: AssessmentContext,
  scored: ExactScore,
): AssessmentHistory {
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
