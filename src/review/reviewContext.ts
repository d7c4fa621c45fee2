import type { Day, Period } from '../measurement.js'
import type { ReviewPeriod, ReviewPolicy, ReviewSegment } from './models/policy.js'

/** Options of a review, read once. */
export interface ReviewContext {
  /** Instant of knowledge. */
  asOf: number
  /** Its local day. */
  day: Day
  timeZone: string
  policy: ReviewPolicy
  /** Length of a period, and how many there are. */
  period: ReviewPeriod
  segments: readonly ReviewSegment[]
  bySegment: readonly string[]
  /** Complete periods, oldest first. */
  periods: readonly Period[]
  /** The last complete period. */
  current: Period
  /** Its last day. */
  lastDay: Day
  looksPerYear: number
  top: number
}
