export type { GapCode } from './models/figures.js'
export type { KeyResultReview, ObjectiveReview } from './models/objectives.js'
export type { RetentionReview } from './models/review.js'
