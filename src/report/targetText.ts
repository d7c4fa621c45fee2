import type { Messages } from '../locales/model.js'
import { showValue } from '../locales/showParams.js'
import type { KeyResultReview } from '../review/model.js'

/** The target of a key result, in its unit. */
export function targetText({ score, unit }: KeyResultReview, messages: Messages): string {
  return showValue(score.target, unit, messages)
}
