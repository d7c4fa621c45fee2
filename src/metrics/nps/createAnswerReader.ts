import type { ResponseColumns, SurveyResponse } from '../../records/model.js'
import { isColumns } from '../../tally/isColumns.js'
import type { Feed } from '../../tally/readSource.js'
import type { AnswerContext } from './answerScale.js'
import { type Answer, createAnswerVisitor, respondentOf, type VisitAnswer } from './readAnswers.js'

/** Reads every answer once, and keeps those that have a score. */
export function createAnswerReader(
  source: object,
  context: AnswerContext,
  leaveOut: (reason: string, at: number) => void,
): Feed<SurveyResponse, Answer[]> {
  const answers: Answer[] = []
  const names = isColumns(source) ? (source as ResponseColumns).segments : undefined
  const keep: VisitAnswer = (score, at, key, weight, response) => {
    const segment = typeof key === 'number' ? (names?.[key] ?? '') : key
    const { id, mode = 'relational', accountId: account } = response
    answers.push({ id, at, score, mode, respondent: respondentOf(response), account, weight, segment })
  }
  return { ...createAnswerVisitor(source, context, { add: keep }, leaveOut), finish: () => answers }
}
