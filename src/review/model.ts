export type { GapCode, MeasuredMetric } from './models/figures.js'
export type { SegmentName } from './models/names.js'
export type { KeyResultReview, ObjectiveReview } from './models/objectives.js'
export type { RetentionReview } from './models/review.js'
