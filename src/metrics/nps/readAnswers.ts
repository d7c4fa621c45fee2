import { createInstantReader } from '../../calendar/createInstantReader.js'
import type { Exclusions } from '../../internal/createExclusions.js'
import { toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { RecordSource, SurveyResponse, SurveyScale } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createRecordCheck } from '../../tally/createRecordCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { NpsScale } from './model.js'

/** One answer with a score, decoded. */
export interface Answer {
  id: string
  at: number
  score: number
  mode: 'relational' | 'transactional'
  /** Who answered; `''` when nobody is known. */
  respondent: string
  account: string | undefined
  weight: number
  segment: string | undefined
}

/** The question that was answered. */
export type AnswerKind = SurveyResponse['kind']

/** The questions there are. */
export const answerKinds: readonly AnswerKind[] = ['nps', 'enps', 'csat', 'ces']

/** A scale with the bounds of its groups, the ends of a scale, or fractions on the usual one. */
export type AnswerScale = NpsScale | SurveyScale | 'coerce'

/** What decides which answers are read. */
export interface AnswerContext {
  asOf: number
  timeZone: string
  kind: AnswerKind
  scale: AnswerScale
  segmentBy: TallyOptions<SurveyResponse>['segmentBy']
}

/** The usual scale, 0 to 10. */
export const usualScale: NpsScale = { min: 0, max: 10, minimumPassive: 7, minimumPromoter: 9 }

/** The usual scale of a question. */
export function usualScaleOf(kind: AnswerKind): NpsScale | SurveyScale {
  if (kind === 'csat') return { min: 1, max: 5 }
  return kind === 'ces' ? { min: 1, max: 7 } : usualScale
}

/** Checks a scale: its bounds in order. */
export function assertScale(scale: AnswerScale, kind: AnswerKind = 'nps'): void {
  const isGrouped = kind === 'nps' || kind === 'enps'
  if (scale === 'coerce' && isGrouped) return
  if (typeof scale !== 'object' || scale === null) fail('INVALID_SCALE', 'options.scale', 'must be a scale', scale)
  const { min, max } = scale
  if (isGrouped) {
    const { minimumPassive, minimumPromoter } = scale as NpsScale
    if (min < minimumPassive && minimumPassive <= minimumPromoter && minimumPromoter <= max) return
    fail('INVALID_SCALE', 'options.scale', 'min < minimumPassive <= minimumPromoter <= max', 'bounds out of order')
  }
  if (Number.isSafeInteger(min) && Number.isSafeInteger(max) && min < max) return
  fail('INVALID_SCALE', 'options.scale', 'min < max, whole numbers', 'bounds out of order')
}

/** Reads every answer once; those of another kind, blank, twice or after `asOf` are counted and left out. */
export function readAnswers(
  responses: RecordSource<SurveyResponse>,
  context: AnswerContext,
  exclusions: Exclusions,
  isInside: (at: number) => boolean = () => true,
): Answer[] {
  const readAt = createInstantReader(context.timeZone)
  const segmentOf = createSegmentReader(context.segmentBy)
  let row = 0
  const answeredAtPath = (): string => `responses[${row}].answeredAt`
  const decode = (response: SurveyResponse): Answer => ({
    id: response.id,
    at: readAt(response.answeredAt, answeredAtPath),
    score: response.score as number,
    mode: response.mode ?? 'relational',
    respondent: response.respondentId ?? response.customerId ?? '',
    account: response.accountId,
    weight: readWeight(response, row),
    segment: segmentOf(response),
  })
  const isNew = createRecordCheck<SurveyResponse>('responses', (response) => {
    const { at, mode, respondent, account, weight, segment } = decode(response)
    return [at, response.kind, mode, response.score, respondent, account, weight, segment]
  })
  const answers: Answer[] = []
  forEachRecord(responses, 'responses', (response, index) => {
    row = index
    const { id, kind, score } = response
    if (typeof id !== 'string') fail('INVALID_INPUT', `responses[${index}].id`, 'must be text', id)
    const answer = decode(response)
    const reason = isNew(id, response, index) ? reasonOf(answer.at, kind, score, context) : 'duplicate'
    if (reason !== undefined) {
      if (isInside(answer.at)) exclusions.add(reason)
      return
    }
    assertSameScale(response, context.scale, index)
    assertScore(answer.score, context.scale, index)
    answers.push(answer)
  })
  return answers
}

/** Why an answer is left out, if it is. */
function reasonOf(at: number, kind: AnswerKind, score: number | null, context: AnswerContext): string | undefined {
  if (at > context.asOf) return 'future'
  if (kind !== context.kind) return 'other_kind'
  return score === null ? 'blank' : undefined
}

function readWeight({ weight }: SurveyResponse, index: number): number {
  if (weight === undefined) return 1
  const value = toDouble(toDecimal(weight, `responses[${index}].weight`, 'INVALID_WEIGHT'))
  if (value < 0) fail('INVALID_WEIGHT', `responses[${index}].weight`, 'must not be negative', value)
  return value
}

function assertSameScale({ scale: own }: SurveyResponse, scale: AnswerScale, index: number): void {
  const { min, max } = scale === 'coerce' ? usualScale : scale
  if (own !== undefined && (own.min !== min || own.max !== max)) {
    fail('INVALID_SCALE', `responses[${index}].scale`, 'must be the scale measured', 'another scale')
  }
}

function assertScore(score: number, scale: AnswerScale, index: number): void {
  const { min, max } = scale === 'coerce' ? usualScale : scale
  const whole = scale === 'coerce' ? Number.isFinite(score) : Number.isInteger(score)
  if (!(whole && score >= min && score <= max)) {
    fail('SCORE_OUT_OF_SCALE', `responses[${index}].score`, `must be a whole number from ${min} to ${max}`, score)
  }
}
