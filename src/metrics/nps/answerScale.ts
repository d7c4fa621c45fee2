import { fail } from '../../internal/fail.js'
import type { SurveyResponse, SurveyScale } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { DuplicateRule } from '../../tally/model.js'
import type { NpsScale } from './model.js'

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

/** The ends of a scale. */
export function endsOf(scale: AnswerScale): { min: number; max: number } {
  return scale === 'coerce' ? usualScale : scale
}
