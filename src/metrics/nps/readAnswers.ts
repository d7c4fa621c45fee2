import { createInstantReader } from '../../calendar/createInstantReader.js'
import { toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { visitResponseColumns } from '../../records/columns/visitResponseColumns.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { ResponseColumns, SurveyResponse } from '../../records/model.js'
import { agreeWithColumns } from '../../tally/agreeWithColumns.js'
import type { Content } from '../../tally/createIdCheck.js'
import type { Key } from '../../tally/createKeys.js'
import { createRecordCheck } from '../../tally/createRecordCheck.js'
import type { Feed } from '../../tally/readSource.js'
import { unplacedOf } from '../../tally/unplacedOf.js'
import { assertSameScale, assertScore, reasonOf } from './answerRules.js'
import type { AnswerContext } from './answerScale.js'
import { selectAnswers } from './selectAnswers.js'

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

/** What takes answers one by one, or all that count of columns at once. */
export interface AnswerSink {
  add: VisitAnswer
  addRows?: (columns: ResponseColumns, isCounted: Uint8Array, hasSegments: boolean) => void
}

/** What takes answers, of columns too. */
export type AnswerFeed = Pick<Feed<SurveyResponse, unknown>, 'add' | 'addColumns'>

/** Reads one answer after another; those of another kind, blank, twice or after `asOf` are reported and left out. */
export function createAnswerVisitor(
  source: object,
  context: AnswerContext,
  { add: visit, addRows }: AnswerSink,
  leaveOut: (reason: string, at: number) => void,
): AnswerFeed {
  const { timeZone, segmentBy, duplicates } = context
  agreeWithColumns(source, answerSource.name, answerSource.columns, { timeZone, segmentBy })
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
      assertScore(score, context.scale, index)
      visit(score, at, segment, weight, response)
    }
  }

  function addColumns(given: object): void {
    const columns = given as ResponseColumns
    const isCounted = selectAnswers(columns, context, leaveOut)
    const hasSegments = segmentBy !== undefined
    if (addRows === undefined) visitResponseColumns(columns, isCounted, hasSegments, visit)
    else addRows(columns, isCounted, hasSegments)
  }
}

/** Who answered; `''` when nobody is known. */
export function respondentOf({ respondentId, customerId }: SurveyResponse): string {
  return respondentId ?? customerId ?? ''
}

function readWeight({ weight }: SurveyResponse, index: number): number {
  if (weight === undefined) return 1
  const value = toDouble(toDecimal(weight, `responses[${index}].weight`, 'INVALID_WEIGHT'))
  if (value < 0) fail('INVALID_WEIGHT', `responses[${index}].weight`, 'must not be negative', value)
  return value
}
