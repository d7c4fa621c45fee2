import type { Messages } from '../locales/model.js'
import { showValue } from '../locales/showParams.js'
import type { KeyResultReview } from '../review/models/objectives.js'
import { targetOf } from './targetOf.js'

const signs: { readonly [operator: string]: string } = { lte: '≤ ', lt: '< ', gte: '≥ ', gt: '> ' }

/** The target of a key result in its unit; what is to be kept with its sign, a band with both ends. */
export function targetText(keyResult: KeyResultReview, messages: Messages): string {
  const { score, condition, unit } = keyResult
  if (typeof score.target === 'number' || condition === undefined) return showValue(score.target, unit, messages)
  if (condition.operator === 'between') {
    return [condition.lower, condition.upper].map((bound) => showValue(Number(bound), unit, messages)).join(' – ')
  }
  return `${signs[condition.operator] ?? ''}${showValue(targetOf(keyResult), unit, messages)}`
}
