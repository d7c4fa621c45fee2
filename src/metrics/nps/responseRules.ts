import { readPeriods } from '../../calendar/readPeriods.js'
import { assertOneOf } from '../../internal/guards.js'
import type { Periods, SurveyResponse } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createKeys } from '../../tally/createKeys.js'
import type { RecordRules } from '../internal/openSource.js'
import { cutPeriods } from '../internal/periodCells.js'
import { recordRules } from '../internal/recordRules.js'
import { type AnswerKind, type AnswerScale, answerKinds, assertScale, usualScaleOf } from './answerScale.js'
import { answersOf } from './answersOf.js'
import { createAnswerReader } from './createAnswerReader.js'
import { createGroupAccumulator, type GroupCell } from './createGroupAccumulator.js'
import type { NpsScale } from './model.js'
import { type Answer, answerSource, createAnswerVisitor } from './readAnswers.js'

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

/** How all answers to one question are counted by group as they are read. */
export function countedRules(
  source: object,
  given: { kind: AnswerKind | undefined; scale: AnswerScale | undefined; periods: Periods | undefined },
  segmentBy: TallyOptions<SurveyResponse>['segmentBy'],
): RecordRules<SurveyResponse, GroupCell, AnswerShape> {
  return recordRules<SurveyResponse, GroupCell, AnswerShape>(source, answerSource, {
    ...responseRules(source, given, segmentBy),
    feed: ({ asOf, timeZone, shape, duplicates, exclusions, isInside }) => {
      const { periods } = given
      const cut = periods && cutPeriods(readPeriods(periods, timeZone, 'options.periods'), asOf)
      const counts = createGroupAccumulator(createKeys('segments', source), cut, shape.scale as NpsScale | 'coerce')
      const context = { asOf, timeZone, ...shape, segmentBy, duplicates }
      const feed = createAnswerVisitor(source, context, counts, (reason, at) => {
        if (isInside(at)) exclusions.add(reason)
      })
      return { ...feed, finish: counts.finish }
    },
    rowsOf: () => [],
  })
}
