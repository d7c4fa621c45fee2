import { createInstantReader } from '../../calendar/createInstantReader.js'
import { toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { type VisitResponseRow, visitResponseColumns } from '../../records/columns/visitResponseColumns.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { ResponseColumns, SurveyResponse, SurveyScale } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { agreeWithColumns } from '../../tally/agreeWithColumns.js'
import type { Content } from '../../tally/createIdCheck.js'
import type { Key } from '../../tally/createKeys.js'
import { createRecordCheck } from '../../tally/createRecordCheck.js'
import type { DuplicateRule } from '../../tally/model.js'
import type { Feed } from '../../tally/readSource.js'
import { unplacedOf } from '../../tally/unplacedOf.js'
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
  /** Who answers for ids that come twice; default the check. */
  duplicates: DuplicateRule | undefined
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

/** The answers of a source, for the paths of errors and the columns that may stand for them. */
export const answerSource = { name: 'responses', columns: ['responses'] } as const

/** What is done with one answer that has a score. */
export type VisitAnswer = (
  score: number,
  at: number,
  /** Its segment, by its code in columns. */
  segment: Key | undefined,
  /** Weight of the answer, checked; 1 without one. */
  weight: number,
  /** The answer; of columns one object for all, not to be kept. */
  response: SurveyResponse,
) => void

/** What takes answers, of columns too. */
export type AnswerFeed = Pick<Feed<SurveyResponse, unknown>, 'add' | 'addColumns'>

/** Reads one answer after another; those of another kind, blank, twice or after `asOf` are reported and left out. */
export function createAnswerVisitor(
  source: object,
  context: AnswerContext,
  visit: VisitAnswer,
  leaveOut: (reason: string, at: number) => void,
): AnswerFeed {
  const { timeZone, segmentBy, duplicates } = context
  agreeWithColumns(source, answerSource.name, answerSource.columns, { timeZone, segmentBy })
  const isCoerced = context.scale === 'coerce'
  const { min, max } = context.scale === 'coerce' ? usualScale : context.scale
  const readsIds = duplicates !== 'trusted'
  const readAt = createInstantReader(timeZone)
  const segmentOf = createSegmentReader<SurveyResponse>(segmentBy, source)
  let row = 0
  const answeredAtPath = (): string => `responses[${row}].answeredAt`
  const contentOf = (response: SurveyResponse): Content => {
    const { kind, mode = 'relational', score, accountId } = response
    const [at, weight] = [readAt(response.answeredAt, answeredAtPath), readWeight(response, row)]
    return [at, kind, mode, score, respondentOf(response), accountId, weight, segmentOf(response)]
  }
  const isNew = createRecordCheck('responses', contentOf, { source, duplicates })
  for (const [reason, records] of unplacedOf(source)) {
    for (let twin = 0; twin < records; twin += 1) leaveOut(reason, Number.NaN)
  }
  return { add, addColumns }

  function add(response: SurveyResponse, index: number): void {
    row = index
    const { id, kind, score } = response
    if (readsIds && typeof id !== 'string') fail('INVALID_INPUT', `responses[${index}].id`, 'must be text', id)
    const at = readAt(response.answeredAt, answeredAtPath)
    const weight = readWeight(response, index)
    const segment = segmentOf(response)
    const reason = isNew(id, response, index) ? reasonOf(at, kind, score === null, context) : 'duplicate'
    if (reason !== undefined) leaveOut(reason, at)
    else {
      assertSameScale(response, context.scale, index)
      if (!isScore(score as number)) refuseScore(score, index)
      visit(score as number, at, segment, weight, response)
    }
  }

  function addColumns(columns: object): void {
    let isFirst = true
    const visitRow: VisitResponseRow = (score, at, segment, weight, response, index) => {
      const reason = reasonOf(at, response.kind, Number.isNaN(score), context)
      if (reason !== undefined) {
        leaveOut(reason, at)
        return
      }
      // One scale for all rows: it is looked at once.
      if (isFirst) assertSameScale(response, context.scale, index)
      isFirst = false
      if (!isScore(score)) refuseScore(score, index)
      visit(score, at, segment, weight, response)
    }
    const twin = (at: number): void => leaveOut('duplicate', at)
    visitResponseColumns(columns as ResponseColumns, segmentBy !== undefined, visitRow, twin)
  }

  function isScore(score: number): boolean {
    return score >= min && score <= max && (isCoerced ? Number.isFinite(score) : Number.isInteger(score))
  }

  function refuseScore(score: unknown, index: number): void {
    fail('SCORE_OUT_OF_SCALE', `responses[${index}].score`, `must be a whole number from ${min} to ${max}`, score)
  }
}

/** Who answered; `''` when nobody is known. */
export function respondentOf({ respondentId, customerId }: SurveyResponse): string {
  return respondentId ?? customerId ?? ''
}

/** Why an answer is left out, if it is. */
function reasonOf(at: number, kind: AnswerKind, isBlank: boolean, context: AnswerContext): string | undefined {
  if (at > context.asOf) return 'future'
  if (kind !== context.kind) return 'other_kind'
  return isBlank ? 'blank' : undefined
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
