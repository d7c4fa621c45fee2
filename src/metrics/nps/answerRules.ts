import { fail } from '../../internal/fail.js'
import type { SurveyResponse } from '../../records/model.js'
import { type AnswerContext, type AnswerKind, type AnswerScale, endsOf } from './answerScale.js'

/** Why an answer is left out; undefined for one that counts. */
export function reasonOf(
  at: number,
  kind: AnswerKind,
  isBlank: boolean,
  context: Pick<AnswerContext, 'asOf' | 'kind'>,
): string | undefined {
  if (at > context.asOf) return 'future'
  if (kind !== context.kind) return 'other_kind'
  return isBlank ? 'blank' : undefined
}

/** Checks that an answer, or columns of answers, are on the scale that is measured. */
export function assertSameScale(
  { scale: own }: Pick<SurveyResponse, 'scale'>,
  scale: AnswerScale,
  index: number,
): void {
  const { min, max } = endsOf(scale)
  if (own !== undefined && (own.min !== min || own.max !== max)) {
    fail('INVALID_SCALE', `responses[${index}].scale`, 'must be the scale measured', 'another scale')
  }
}

/** Checks that a score is on the scale: a whole number, but for fractions that are taken as they are. */
export function assertScore(score: unknown, scale: AnswerScale, index: number): asserts score is number {
  const { min, max } = endsOf(scale)
  const isOnScale = typeof score === 'number' && score >= min && score <= max
  if (isOnScale && (scale === 'coerce' || Number.isInteger(score))) return
  fail('SCORE_OUT_OF_SCALE', `responses[${index}].score`, `must be a whole number from ${min} to ${max}`, score)
}
