import type { Measurement } from '../../measurement.js'
import type { KeyResultVersions } from '../../okr/assessment/assessObjective.js'
import type { CheckIn } from '../../okr/models/checkIn.js'
import type { Cycle } from '../../okr/models/cycle.js'
import type { Objective } from '../../okr/models/objective.js'
import type { MetricSeries } from '../../signals/model.js'
import type { SegmentName } from './names.js'
import type { ReviewTally, SomeRecords } from './records.js'
import type { RetentionReview } from './review.js'

/** A measurement made elsewhere, perhaps of a segment. */
export interface GivenMeasurement extends Measurement {
  /** The segment measured; absent for the whole. */
  readonly segment?: SegmentName | undefined
}

/** What the review is made from. */
export interface ReviewInput {
  /** The cycle of the objectives. */
  readonly cycle: Cycle
  /** The objectives, in the order of the review. */
  readonly objectives: readonly Objective[]
  /** Definitions that changed during the cycle. */
  readonly versions?: readonly KeyResultVersions[] | undefined
  /** What people reported. */
  readonly checkIns?: readonly CheckIn[] | undefined
  /** Records, any subset, or their tally. */
  readonly records?: SomeRecords | ReviewTally | undefined
  /** Measurements made elsewhere; they win over records. */
  readonly measurements?: readonly GivenMeasurement[] | undefined
  /** Series made elsewhere; they win over records. */
  readonly series?: readonly MetricSeries[] | undefined
  /** The review before this one. */
  readonly previous?: RetentionReview | undefined
}
