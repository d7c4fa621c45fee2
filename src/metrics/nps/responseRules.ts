import { assertOneOf } from '../../internal/guards.js'
import type { SurveyResponse } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { RecordRules } from '../internal/openSource.js'
import { recordRules } from '../internal/recordRules.js'
import { answersOf } from './answersOf.js'
import {
  type Answer,
  type AnswerKind,
  type AnswerScale,
  answerKinds,
  answerSource,
  assertScale,
  createAnswerReader,
  usualScaleOf,
} from './readAnswers.js'

/** The options that shape a tally of answers. */
export interface AnswerShape {
  kind: AnswerKind
  scale: AnswerScale
}

/** How answers to one question are read, from records, columns or their tally. */
export function responseRules(
  source: object,
  { kind, scale }: { kind: AnswerKind | undefined; scale: AnswerScale | undefined },
  segmentBy: TallyOptions<SurveyResponse>['segmentBy'],
): RecordRules<SurveyResponse, Answer, AnswerShape> {
  const question = kind ?? 'nps'
  assertOneOf(question, answerKinds, 'options.kind')
  if (scale !== undefined) assertScale(scale, question)
  return recordRules<SurveyResponse, Answer, AnswerShape>(source, answerSource, {
    kind: 'responses',
    given: { kind, scale },
    defaults: { kind: question, scale: usualScaleOf(question) },
    feed: ({ asOf, timeZone, shape, duplicates, exclusions, isInside }) =>
      createAnswerReader(source, { asOf, timeZone, ...shape, segmentBy, duplicates }, (reason, at) => {
        if (isInside(at)) exclusions.add(reason)
      }),
    rowsOf: answersOf,
  })
}
