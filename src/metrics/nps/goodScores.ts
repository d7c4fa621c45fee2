import { fail } from '../../internal/fail.js'
import { assertInteger, assertOneOf } from '../../internal/guards.js'
import type { SurveyScale } from '../../records/model.js'

/** From which score, in which direction, an answer counts as satisfied or easy. */
export interface GoodScoreOptions {
  readonly threshold?: number | undefined
  readonly direction?: 'higherIsEasier' | 'lowerIsEasier' | undefined
}

/** Which answers count, and the options that say so. */
export interface GoodScores {
  isGood: (score: number) => boolean
  definition: { threshold: number; direction?: 'higherIsEasier' | 'lowerIsEasier' }
}

/** Satisfied from 4 on 1..5, easy from 5 on 1..7; on any other scale nothing is guessed. */
export function goodScores(kind: 'csat' | 'ces', scale: SurveyScale, options: GoodScoreOptions): GoodScores {
  const { min, max } = scale
  const isUsual = min === 1 && max === (kind === 'csat' ? 5 : 7)
  const direction = options.direction ?? (kind === 'csat' || isUsual ? 'higherIsEasier' : undefined)
  if (direction === undefined) fail('INVALID_OPTION', 'options.direction', 'is required on this scale', direction)
  assertOneOf(direction, ['higherIsEasier', 'lowerIsEasier'], 'options.direction')
  const isLower = direction === 'lowerIsEasier'
  const threshold = options.threshold ?? (isUsual && !isLower ? (kind === 'csat' ? 4 : 5) : undefined)
  if (threshold === undefined) fail('INVALID_OPTION', 'options.threshold', 'is required on this scale', threshold)
  assertInteger(threshold, { minimum: min, maximum: max }, 'options.threshold')
  return {
    isGood: (score) => (isLower ? score <= threshold : score >= threshold),
    definition: { threshold, ...(kind === 'ces' ? { direction } : {}) },
  }
}
