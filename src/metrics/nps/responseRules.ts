import { assertOneOf } from '../../internal/guards.js'
import type { RecordSource, SurveyResponse } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { Tally } from '../../tally/model.js'
import type { SourceRules } from '../internal/openSource.js'
import { answersOf } from './answersOf.js'
import {
  type Answer,
  type AnswerKind,
  type AnswerScale,
  answerKinds,
  assertScale,
  readAnswers,
  usualScaleOf,
} from './readAnswers.js'

/** The options that shape a tally of answers. */
export interface AnswerShape {
  kind: AnswerKind
  scale: AnswerScale
}

/** How answers to one question are read, from records or their tally. */
export function responseRules(
  source: RecordSource<SurveyResponse> | Tally<object>,
  { kind, scale }: { kind: AnswerKind | undefined; scale: AnswerScale | undefined },
  segmentBy: TallyOptions<SurveyResponse>['segmentBy'],
): SourceRules<Answer, AnswerShape> {
  const question = kind ?? 'nps'
  assertOneOf(question, answerKinds, 'options.kind')
  if (scale !== undefined) assertScale(scale, question)
  return {
    kind: 'responses',
    given: { kind, scale },
    defaults: { kind: question, scale: usualScaleOf(question) },
    read: ({ asOf, timeZone, shape, exclusions, isInside }) =>
      readAnswers(
        source as RecordSource<SurveyResponse>,
        { asOf, timeZone, ...shape, segmentBy },
        exclusions,
        isInside,
      ),
    rowsOf: answersOf,
  }
}
