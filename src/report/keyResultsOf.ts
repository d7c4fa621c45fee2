import type { KeyResultReview, RetentionReview } from '../review/model.js'

/** The key results of all objectives, in their order. */
export function keyResultsOf({ objectives }: Pick<RetentionReview, 'objectives'>): KeyResultReview[] {
  return objectives.flatMap(({ keyResults }) => keyResults)
}
