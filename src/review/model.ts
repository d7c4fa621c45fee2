import type { Finding } from '../finding.js'
import type { Day, DecimalInput, Definition, Instant, Measurement, Unit } from '../measurement.js'
import type { HandoffPolicy, LeadHandoffQuality } from '../metrics/handoff/model.js'
import type { ObjectionProfile } from '../metrics/sales/model.js'
import type { KeyResultVersions, ObjectiveAssessment } from '../okr/assessment/assessObjective.js'
import type { KeyResultAssessment } from '../okr/assessment/keyResultAssessment.js'
import type { ChangeEvidence } from '../okr/evidence/changeEvidence.js'
import type { Blocker, CheckIn, Decision } from '../okr/models/checkIn.js'
import type { Cycle } from '../okr/models/cycle.js'
import type { KeyResult } from '../okr/models/keyResult.js'
import type { Objective } from '../okr/models/objective.js'
import type { Person } from '../okr/models/person.js'
import type { AgendaItem } from '../okr/models/reviewRecord.js'
import type { KeyResultStatus } from '../okr/models/status.js'
import type {
  ActivityEvent,
  Commitment,
  Customer,
  Handoff,
  Interaction,
  Lead,
  Objection,
  Opportunity,
  Order,
  OwnerChange,
  Participation,
  ProgrammeMembership,
  Referral,
  Return,
  StageEntry,
  Subscription,
  SurveyInvite,
  SurveyResponse,
  Ticket,
} from '../records/model.js'
import type { DetectorChoices } from '../signals/detectSignals.js'
import type { MetricSeries, SignalResult } from '../signals/model.js'

/** Name and value of a segment. */
export interface SegmentName {
  /** Value by name, e.g. `{ plan: 'pro' }`. */
  readonly [name: string]: string
}

/** The records a review can read. */
export interface ReviewRecords {
  /** Customers, with the fields that segments are made of. */
  customers: Iterable<Customer>
  /** Subscriptions: churn. */
  subscriptions: Iterable<Subscription>
  /** Orders: repeat purchase. */
  orders: Iterable<Order>
  /** Activity: inactivity churn. */
  activities: Iterable<ActivityEvent>
  /** Survey answers: NPS. */
  responses: Iterable<SurveyResponse>
  /** Tickets: service levels. */
  tickets: Iterable<Ticket>
  /** Leads, with their fields as handed over. */
  leads: Iterable<Lead>
  /** Hand-overs of leads. */
  handoffs: Iterable<Handoff>
  /** Touches of leads. */
  interactions: Iterable<Interaction>
  /** Owner changes of leads. */
  ownerChanges: Iterable<OwnerChange>
  /** Deals. */
  opportunities: Iterable<Opportunity>
  /** Objections of prospects. */
  objections: Iterable<Objection>
  /** Promises, statements of them and how they were kept. */
  commitments: Iterable<Commitment>
  /** Returns of orders. */
  returns: Iterable<Return>
  /** Survey invitations. */
  invites: Iterable<SurveyInvite>
  /** Members of programmes. */
  memberships: Iterable<ProgrammeMembership>
  /** Participations of members. */
  participations: Iterable<Participation>
  /** Recommendations by customers. */
  referrals: Iterable<Referral>
  /** Stages of deals. */
  stageEntries: Iterable<StageEntry>
}

/** Any subset of the records. */
export type SomeRecords = { readonly [K in keyof ReviewRecords]?: ReviewRecords[K] | undefined }

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
  /** Records, any subset. */
  readonly records?: SomeRecords | undefined
  /** Measurements made elsewhere; they win over records. */
  readonly measurements?: readonly GivenMeasurement[] | undefined
  /** Series made elsewhere; they win over records. */
  readonly series?: readonly MetricSeries[] | undefined
  /** The review before this one. */
  readonly previous?: RetentionReview | undefined
}

/** The calendar of a review. */
export interface ReviewPeriod {
  /** Length of a period. */
  readonly unit: 'week' | 'month' | 'quarter'
  /** Complete periods of the series, from 1. */
  readonly history: number
}

/** A way to split the records of a metric. */
export interface ReviewSegment {
  /** Name of the segment, e.g. `plan`. */
  readonly name: string
  /** The record that has it. */
  readonly of: 'customer' | 'ticket' | 'opportunity'
  /** Its field, of its own or of `extra`. */
  readonly field: string
}

/** One half of a pair to hold against the other. */
export interface PairedMetric {
  /** Code of the metric. */
  readonly metric: string
  /** Where good ends; default the bound of the key result on the metric, 50 for the NPS. */
  readonly threshold?: DecimalInput | undefined
}

/** Two metrics to hold against each other. */
export interface MetricPair {
  /** One. */
  readonly first: PairedMetric
  /** The other. */
  readonly second: PairedMetric
}

/** Options of metrics by code; false switches one off. */
export interface MetricChoices {
  /** Options beside those that the review gives. */
  readonly [metric: string]: { readonly [option: string]: unknown } | false | undefined
}

/** Choices of the house. */
export interface ReviewPolicy {
  /** Length of a period and of the series; default 24 months. */
  readonly period?: ReviewPeriod | undefined
  /** Segments to look into; default none. */
  readonly segments?: readonly ReviewSegment[] | undefined
  /** Metrics that are watched by segment too; default `churn-rate`, `complaint-rate`, `close-rate`. */
  readonly bySegment?: readonly string[] | undefined
  /** Options of metrics. */
  readonly metrics?: MetricChoices | undefined
  /** Options of detectors. */
  readonly signals?: DetectorChoices | undefined
  /** Looks a year, from 1; default by the length of a period. */
  readonly looksPerYear?: number | undefined
  /** Accepted false alarms a year and series; default 0.10. */
  readonly falseAlarmsPerYear?: number | undefined
  /** Accepted share of false findings of the whole set; default 0.10. */
  readonly falseDiscoveryRate?: number | undefined
  /** What a good hand-off is; without it hand-offs are not measured. */
  readonly handoff?: HandoffPolicy | undefined
  /** Pairs to hold against each other; default NPS with churn. */
  readonly contradictions?: readonly MetricPair[] | undefined
}

/** Options of a review. */
export interface ReviewOptions {
  /** The day; nothing later is known. */
  readonly asOf: Instant
  /** Zone of days and periods; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** Choices of the house. */
  readonly policy?: ReviewPolicy | undefined
  /** The most customers that a list names, from 1; default 100. */
  readonly top?: number | undefined
}

/** Why something could not be computed. */
export type GapCode =
  | 'no_records'
  | 'missing_field'
  | 'missing_option'
  | 'insufficient_data'
  | 'not_mature'
  | 'definition_mismatch'

/** What could not be computed, and what would allow it. */
export interface ReviewGap {
  /** A metric or a detector. */
  what: string
  /** Why. */
  code: GapCode
  /** Record types, fields or options that would allow it. */
  needs: string[]
}

/** A figure of the review. */
export interface MeasuredMetric {
  /** Code of the metric. */
  metric: string
  /** The segment; absent for the whole. */
  segment?: SegmentName
  /** The last complete period. */
  current: Measurement
  /** The same figure in the review before. */
  previous?: Measurement
  /** Whether it moved since then, or may be noise. */
  change?: ChangeEvidence
}

/** The cycle and where the day lies in it. */
export interface ReviewCycle extends Cycle {
  /** Day of the cycle from 1, on the last day at most; 0 before it begins. */
  day: number
  /** Days of the cycle. */
  days: number
  /** Elapsed share, 0 to 1. */
  elapsed: number
}

/** A key result on the day of one check-in. */
export interface KeyResultPoint {
  /** Day that the reading speaks about. */
  on: Day
  /** Value read. */
  value: number | null
  /** Progress then. */
  progress: number | null
  /** Status then. */
  status: KeyResultStatus
  /** Confidence stated. */
  confidence: number | null
  /** From a measurement, or as a person said. */
  source: 'measured' | 'estimated'
}

/** A point of a plan. */
export interface PlannedPoint {
  /** Day. */
  on: Day
  /** Expected progress. */
  expected: number
  /** Expected value; null without baseline and target. */
  value: number | null
}

/** A key result in the review before. */
export interface PreviousKeyResult {
  /** Progress. */
  progress: number | null
  /** Status. */
  status: KeyResultStatus
  /** Value read. */
  value: number | null
}

/** A key result as the review shows it. */
export interface KeyResultReview extends KeyResultAssessment {
  /** Title. */
  title: string
  /** Kind. */
  kind: KeyResult['kind']
  /** Result, or guardrail that must not break. */
  role: 'result' | 'guardrail'
  /** Weight in the objective. */
  weight: number
  /** Who is accountable. */
  owner?: Person
  /** Unit of the values. */
  unit?: Unit
  /** The measurement it is bound to. */
  measurement?: Measurement
  /** One point a check-in. */
  points: KeyResultPoint[]
  /** The plan at its first and last day and at the check-ins. */
  plan: PlannedPoint[]
  /** In the review before. */
  previous?: PreviousKeyResult
}

/** An objective in the review before. */
export interface PreviousObjective {
  /** Progress. */
  progress: number | null
  /** Status. */
  status: KeyResultStatus
}

/** An objective as the review shows it. */
export interface ObjectiveReview extends Omit<ObjectiveAssessment, 'keyResults'> {
  /** Title. */
  title: string
  /** Who is accountable. */
  owner?: Person
  /** Objectives that it serves. */
  parentIds: string[]
  /** In the review before. */
  previous?: PreviousObjective
  /** Its key results, in their order. */
  keyResults: KeyResultReview[]
}

/** A blocker and the key result it stands before. */
export type ReviewBlocker = Blocker & KeyResultName

/** What was learned. */
export interface ReviewLearning extends KeyResultName {
  /** Day of the check-in. */
  on: Day
  /** What was written. */
  text: string
}

/** What was decided. */
export type ReviewAdjustment = Decision & KeyResultName & DatedItem

/** The day of an item. */
export interface DatedItem {
  /** Day of the check-in. */
  on: Day
}

/** The key result of an item. */
export interface KeyResultName {
  /** Id of the key result. */
  keyResultId: string
}

/** The definition of a figure. */
export interface MetricDefinition {
  /** Code of the metric. */
  metric: string
  /** The options actually used. */
  definition: Definition
}

/** What makes a finding the same one in two reviews. */
export interface FindingKey {
  /** Code. */
  code: string
  /** Subject. */
  subject: string
  /** Segment, when it has one. */
  segment?: SegmentName
}

/** A key result that changed. */
export interface KeyResultChange extends KeyResultName {
  /** Status before and now. */
  status: [KeyResultStatus, KeyResultStatus]
  /** Progress before and now. */
  progress: [number | null, number | null]
}

/** Findings by what became of them. */
export interface FindingChanges {
  /** New ones. */
  raised: FindingKey[]
  /** Those that stand. */
  kept: FindingKey[]
  /** Those that are gone. */
  cleared: FindingKey[]
}

/** A figure that may have moved. */
export interface MeasurementChange {
  /** Code of the metric. */
  metric: string
  /** The segment; absent for the whole. */
  segment?: SegmentName
  /** Whether it moved, or may be noise. */
  change: ChangeEvidence
}

/** An item of the review's agenda. */
export interface ReviewAgendaItem extends AgendaItem {
  /** What to ask, as a code by status: `question.off_track`. */
  question: string
}

/** What changed between two reviews. */
export interface ReviewChanges {
  /** Key results whose status or progress differs. */
  keyResults: KeyResultChange[]
  /** Figures measured in both reviews. */
  measurements: MeasurementChange[]
  /** Warnings and critical findings. */
  findings: FindingChanges
}

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
  /** Every detector that ran. */
  signals: SignalResult[]
  /** Quality of the hand-offs of the last complete period. */
  handoff?: LeadHandoffQuality
  /** Objections of the last three periods, when there are any records of them. */
  objections?: ObjectionProfile
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
