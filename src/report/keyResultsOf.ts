import type { KeyResultReview } from '../review/models/objectives.js'
import type { RetentionReview } from '../review/models/review.js'

/** The key results of all objectives, in their order. */
export function keyResultsOf({ objectives }: Pick<RetentionReview, 'objectives'>): KeyResultReview[] {
  return objectives.flatMap(({ keyResults }) => keyResults)
}
