import type { KeyResultReview } from '../review/models/objectives.js'

/** The target of a key result; of one that keeps something its bound, of a band nothing. */
export function targetOf({ score, condition }: KeyResultReview): number | null {
  if (typeof score.target === 'number') return score.target
  if (condition === undefined || condition.operator === 'between') return null
  const bound = Number(condition.bound)
  return Number.isFinite(bound) ? bound : null
}
