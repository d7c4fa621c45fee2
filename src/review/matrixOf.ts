import type { ResponsibilityMatrix } from '../records/model.js'
import type { ReviewSources } from './createReviewSources.js'

/** Who is responsible for what, where it is given. */
export function matrixOf(sources: ReviewSources): ResponsibilityMatrix | undefined {
  return sources.has('responsibilities') ? sources.rows('responsibilities')[0]?.matrix : undefined
}
