import type { Finding } from '../../finding.js'
import type { Day } from '../../measurement.js'
import type { LeadHandoffQuality } from '../../metrics/handoff/models/figures.js'
import type { CohortRetention } from '../../metrics/retention/model.js'
import type { ObjectionProfile } from '../../metrics/sales/model.js'
import type { DurationSummary } from '../../metrics/service/model.js'
import type { CustomersAtRisk } from '../../predict/models/risk.js'
import type { MetricSeries, SignalResult } from '../../signals/model.js'
import type { ReviewChanges } from './changes.js'
import type {
  ControlSeries,
  MeasuredMetric,
  MetricDefinition,
  NamedSurvival,
  NpsBreakdown,
  ReviewGap,
  SegmentRow,
} from './figures.js'
import type {
  ObjectiveReview,
  ReviewAdjustment,
  ReviewAgendaItem,
  ReviewBlocker,
  ReviewCycle,
  ReviewLearning,
} from './objectives.js'

/** What a team looks at: plain JSON, no sentences. */
export interface RetentionReview {
  /** Version of this shape. */
  schemaVersion: 1
  /** The day. */
  asOf: Day
  /** Zone of days and periods. */
  timeZone: string
  /** Day of the review before. */
  previousAsOf?: Day
  /** The cycle and where the day lies in it. */
  cycle: ReviewCycle
  /** At most five findings that a manager must know first. */
  headline: Finding[]
  /** Objectives in the order given. */
  objectives: ObjectiveReview[]
  /** Figures by metric, then segment. */
  measurements: MeasuredMetric[]
  /** Series by metric, then segment. */
  series: MetricSeries[]
  /** The same series as control charts. */
  controls: ControlSeries[]
  /** Every detector that ran. */
  signals: SignalResult[]
  /** Metrics in their segments. */
  segments: SegmentRow[]
  /** Who came back, by cohort of the last twelve periods; with activity. */
  cohorts?: CohortRetention
  /** How long customers stay: everybody, then the values of the first customer segment; with subscriptions. */
  survival?: NamedSurvival[]
  /** NPS of everybody, then of the customer segments; with answers. */
  netPromoterScore?: NpsBreakdown[]
  /** Quality of the hand-offs of the last complete period. */
  handoff?: LeadHandoffQuality
  /** Objections of the last three periods, when there are any records of them. */
  objections?: ObjectionProfile
  /** Time to the first touch of the hand-offs of the last three periods. */
  responses?: DurationSummary
  /** Whom to call first, by what would be lost; with orders of customers who bought often enough. */
  customersAtRisk?: CustomersAtRisk
  /** Against the review before. */
  changes?: ReviewChanges
  /** Key results to speak about, worst first. */
  agenda: ReviewAgendaItem[]
  /** What is wrong with the definitions of the objectives. */
  lint: Finding[]
  /** Open blockers. */
  blockers: ReviewBlocker[]
  /** What was learned in the cycle. */
  learnings: ReviewLearning[]
  /** What was decided in the cycle. */
  adjustments: ReviewAdjustment[]
  /** What could not be computed. */
  gaps: ReviewGap[]
  /** What was wrong with the records, with counts. */
  dataQuality: Finding[]
  /** The definition of every figure. */
  definitions: MetricDefinition[]
}
