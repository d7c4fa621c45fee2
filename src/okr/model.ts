import type { Day, DecimalInput, Interval, Measurement, Reason, Unit } from '../measurement.js'

/** A number, or a quotient that stays exact until it is used. */
export type Quantity = DecimalInput | QuantityQuotient

/** A quotient of two exact numbers. */
export interface QuantityQuotient {
  /** What is divided. */
  readonly numerator: DecimalInput
  /** What it is divided by; not negative. */
  readonly denominator: DecimalInput
}

/** How a value is compared with a bound. */
export type Operator = 'gt' | 'gte' | 'lt' | 'lte'

/** A condition that a value satisfies or not. */
export type Condition = BoundCondition | BandCondition

/** One bound, and how far beyond it is still only a risk. */
export interface BoundCondition {
  /** How the value is compared. */
  readonly operator: Operator
  /** The bound. */
  readonly bound: DecimalInput
  /** Up to here, on the bad side of the bound, the condition is at risk, not off track. */
  readonly risk?: DecimalInput | undefined
}

/** A band with its two ends. */
export interface BandCondition {
  /** Between two bounds. */
  readonly operator: 'between'
  /** Lower bound. */
  readonly lower: DecimalInput
  /** Upper bound. */
  readonly upper: DecimalInput
  /** Whether the bounds themselves lie outside; default false. */
  readonly exclusive?: boolean | undefined
  /** How far below is still only a risk. */
  readonly riskLower?: DecimalInput | undefined
  /** How far above is still only a risk. */
  readonly riskUpper?: DecimalInput | undefined
}

/** A target as a number, as a share of the baseline, or as points from it. */
export type Target = DecimalInput | RelativeTarget | PointsTarget

/** A target relative to the baseline. */
export interface RelativeTarget {
  /** Change as a share of the baseline: -0.10 is ten per cent below it. */
  readonly relativeChange: DecimalInput
}

/** A target a number of points from the baseline. */
export interface PointsTarget {
  /** Change in the unit of the metric: -0.01 is one point of a ratio below. */
  readonly pointsChange: DecimalInput
}

/** Bounds of what a number can be. */
export interface Domain {
  /** Smallest value. */
  readonly min?: DecimalInput | undefined
  /** Largest value. */
  readonly max?: DecimalInput | undefined
}

/** How progress is expected to come over the time of a key result. */
export type Plan = LinearPlan | StepPlan | LagPlan | PhasedPlan

/** Evenly. */
export interface LinearPlan {
  /** Expected progress is the elapsed share. */
  readonly kind: 'linear'
}

/** All on the last day. */
export interface StepPlan {
  /** 0 before the last day, then 1. */
  readonly kind: 'step'
}

/** Evenly after a number of days. */
export interface LagPlan {
  /** 0 for `days`, then linear. */
  readonly kind: 'lag'
  /** Whole days from 0, below the span. */
  readonly days: number
}

/** By points of a curve. */
export interface PhasedPlan {
  /** Piecewise linear through the points. */
  readonly kind: 'phased'
  /** From elapsed 0 to elapsed 1, expected 1; elapsed rising, expected not falling. */
  readonly points: readonly PlanPoint[]
}

/** One point of a plan curve. */
export interface PlanPoint {
  /** Elapsed share, 0 to 1. */
  readonly elapsed: DecimalInput
  /** Expected progress, from 0. */
  readonly expected: DecimalInput
}

/** A time for which objectives are set. */
export interface Cycle {
  /** Id, e.g. `quarter-2026-01-01`. */
  readonly id: string
  /** Length. */
  readonly kind: 'month' | 'quarter' | 'half_year' | 'year' | 'custom'
  /** First day inside. */
  readonly firstDay: Day
  /** Last day inside. */
  readonly lastDay: Day
}

/** A half-open span of days. */
export interface DayPeriod {
  /** First day inside. */
  start: Day
  /** First day after it. */
  end: Day
}

/** Two ends of what a number can be. */
export interface Bounds {
  /** Smallest. */
  lower: number
  /** Largest. */
  upper: number
}

/** Why a score is null. */
export type ScoreReason =
  | Reason
  | 'not_measured'
  | 'no_baseline'
  | 'degenerate_range'
  | 'direction_mismatch'
  | 'no_parts'
  | 'no_weight'
  | 'no_key_results'
  | 'not_defined'
  | 'already_attained'
  | 'insufficient_history'
  | 'period_ended'
  | 'no_interval'
  | 'not_started'
  | 'ended'
  | 'no_progress'

/** A zone of an ordinal or zoned key result, from worst to best. */
export type Zone = 'fail' | 'commit' | 'target' | 'stretch'

/** How often people check in, in words or in whole days. */
export type Cadence = 'weekly' | 'biweekly' | 'monthly' | 'quarterly' | CadenceDays

/** A cadence in whole days. */
export interface CadenceDays {
  /** Days from one check-in to the next, from 1. */
  readonly days: number
}

/** What is promised: a result, a stretch, something to learn, or a duty. */
export type CommitmentKind = 'committed' | 'aspirational' | 'learning' | 'compliance'

/** How a key result or an objective ended. */
export type Outcome = 'achieved' | 'partial' | 'missed' | 'dropped'

/** Every status that a key result or an objective can have. */
export type KeyResultStatus =
  | 'not_started'
  | 'no_data'
  | 'stale'
  | 'on_track'
  | 'at_risk'
  | 'off_track'
  | 'attained'
  | 'achieved'
  | 'partial'
  | 'missed'
  | 'dropped'
  | 'awaiting_outcome'

/** What the rules alone can say. */
export type ComputedStatus = 'on_track' | 'at_risk' | 'off_track' | 'no_data'

/** A person. */
export interface Person {
  /** Id. */
  readonly id: string
  /** What people read. */
  readonly name?: string | undefined
  /** Team of the person. */
  readonly team?: string | undefined
}

/** A person who contributes. */
export interface Contributor extends Person {
  /** Whether the person is accountable too, as a second owner; default false. */
  readonly accountable?: boolean | undefined
}

/** The metric that a key result is bound to. */
export interface MetricReference {
  /** Code of the metric, e.g. `churn-rate`. */
  readonly metric: string
  /** Which way is better for the number of the key result. */
  readonly polarity?: 'higher_is_better' | 'lower_is_better' | undefined
  /** Options that the measurement must have been made with. */
  readonly definition?: { readonly [option: string]: unknown } | undefined
  /** Whether the key result speaks of 1 − the metric; default false. */
  readonly complement?: boolean | undefined
  /** Segment that the metric is measured in. */
  readonly segment?: { readonly [name: string]: string } | undefined
  /** Days until a value has settled; a value counts once on + lag ≤ asOf; default 0. */
  readonly settlementLagDays?: number | undefined
}

/** How a key result or an objective was closed. */
export interface Closing {
  /** Day. */
  readonly on: Day
  /** How it ended. */
  readonly outcome: Outcome
  /** What becomes of it. */
  readonly decision: 'keep' | 'modify' | 'drop'
  /** Why, at the root. */
  readonly rootCause?: string | undefined
  /** Why a promise was missed. */
  readonly missReason?: string | undefined
  /** What became of the assumption of a learning key result. */
  readonly learning?: 'validated' | 'invalidated' | 'partly' | 'insufficient' | undefined
  /** A score set by a person; the computed one is kept beside it. */
  readonly override?: ScoreOverride | undefined
}

/** A score set by a person. */
export interface ScoreOverride {
  /** The score, 0 to 1. */
  readonly score: DecimalInput
  /** Why. */
  readonly reason: string
  /** Who set it. */
  readonly by: string
  /** When. */
  readonly at: Day
}

/** What every kind of key result has. */
export interface KeyResultBase {
  /** Id, unique within its objective. */
  readonly id: string
  /** What people read. */
  readonly title: string
  /** A guardrail never enters the mean; default `'result'`. */
  readonly role?: 'result' | 'guardrail' | undefined
  /** Weight from 0; default 1 (kind `baseline`: 0); 0 = tracked only. */
  readonly weight?: DecimalInput | undefined
  /** What is promised; default the objective's, else `'aspirational'`. */
  readonly commitment?: CommitmentKind | undefined
  /** Whether the number foretells the outcome or is the outcome. */
  readonly indicator?: 'leading' | 'lagging' | undefined
  /** What the key result pushes; growth, speed and volume want a guardrail. */
  readonly effect?: 'growth' | 'speed' | 'volume' | 'quality' | undefined
  /** Whether the number adds up, stands, or is measured anew each time; chooses the forecast; default `'level'`. */
  readonly nature?: 'cumulative' | 'level' | 'rate' | undefined
  /** Who is accountable; default the objective's. */
  readonly owner?: Person | undefined
  /** Who contributes. */
  readonly contributors?: readonly Contributor[] | undefined
  /** Who reviews; another person than the owner. */
  readonly reviewer?: Person | undefined
  /** The metric that the number comes from. */
  readonly metricRef?: MetricReference | undefined
  /** Where the evidence lies when there is no metric. */
  readonly evidenceSource?: string | undefined
  /** Unit of the number. */
  readonly unit?: Unit | undefined
  /** Currency of money. */
  readonly currency?: string | undefined
  /** Whether the scale has a true zero (`'ratio'`, default) or none (`'interval'`, as the NPS). */
  readonly scale?: 'ratio' | 'interval' | undefined
  /** Bounds of the number; default those of the unit. */
  readonly domain?: Domain | undefined
  /** First day; default the objective's, else the cycle's. */
  readonly firstDay?: Day | undefined
  /** Last day; default the objective's, else the cycle's. */
  readonly lastDay?: Day | undefined
  /** How progress is expected to come; default linear, of a milestone or a baseline all on the last day. */
  readonly plan?: Plan | undefined
  /** How often people check in; default the objective's. */
  readonly cadence?: Cadence | undefined
  /** Day from which the outcome can be known. */
  readonly observableOn?: Day | undefined
  /** Length of the window of the outcome, in days. */
  readonly outcomeWindowDays?: number | undefined
  /** Cases expected in the cycle. */
  readonly expectedSampleSize?: number | undefined
  /** How it was closed. */
  readonly closing?: Closing | undefined
}

/** A number that is to move from a baseline to a target. */
export interface ChangeKeyResult extends KeyResultBase {
  /** Kind. */
  readonly kind: 'change'
  /** Where it started; null when nobody knows. */
  readonly baseline: Quantity | null
  /** Where it should end. */
  readonly target: Target
  /** How the value is compared with the target; default by the direction. */
  readonly operator?: Operator | undefined
  /** Where the number should go, as people said it. */
  readonly direction?: 'increase' | 'decrease' | undefined
}

/** A condition that is to be kept. */
export interface MaintainKeyResult extends KeyResultBase {
  /** Kind. */
  readonly kind: 'maintain'
  /** The condition. */
  readonly condition: Condition
  /** Periods that it is judged by once it has ended; default day by day. */
  readonly every?: 'week' | 'biweek' | 'month' | 'quarter' | undefined
  /** Share of the periods or days that must be met, 0 to 1; default 1. */
  readonly requiredShare?: DecimalInput | undefined
}

/** Something that is to be done by the last day. */
export interface MilestoneKeyResult extends KeyResultBase {
  /** Kind. */
  readonly kind: 'milestone'
}

/** A list of things to be done. */
export interface ChecklistKeyResult extends KeyResultBase {
  /** Kind. */
  readonly kind: 'checklist'
  /** The items, with ids of their own. */
  readonly items: readonly ChecklistItem[]
}

/** One thing to be done. */
export interface ChecklistItem {
  /** Id, unique within the list. */
  readonly id: string
  /** What people read. */
  readonly title?: string | undefined
  /** Weight from 0; default 1. */
  readonly weight?: DecimalInput | undefined
}

/** A zone that is judged, not measured. */
export interface OrdinalKeyResult extends KeyResultBase {
  /** Kind. */
  readonly kind: 'ordinal'
  /** Zone from which it is attained; default `'target'`. */
  readonly attainedFrom?: Exclude<Zone, 'fail'> | undefined
}

/** A number scored through the bounds of its zones. */
export interface ZonesKeyResult extends KeyResultBase {
  /** Kind. */
  readonly kind: 'zones'
  /** Progress 0. */
  readonly baseline: Quantity
  /** Progress 0.3. */
  readonly commit: Quantity
  /** Progress 0.7. */
  readonly target: Quantity
  /** Progress 1. */
  readonly stretch: Quantity
  /** Zone from which it is attained; default `'target'`. */
  readonly attainedFrom?: Exclude<Zone, 'fail'> | undefined
}

/** Several parts of which all, or any, are to be attained. */
export interface CompositeKeyResult extends KeyResultBase {
  /** Kind. */
  readonly kind: 'composite'
  /** Whether all parts are needed, or one. */
  readonly require: 'all' | 'any'
  /** The parts; none of them composite. */
  readonly components: readonly Component[]
}

/** A part of a composite key result. */
export type Component = Exclude<KeyResult, CompositeKeyResult> & Gated

/** A part that counts only once another one is attained. */
export interface Gated {
  /** Id of the part that opens this one. */
  readonly gatedBy?: string | undefined
}

/** A number that is to be found first. */
export interface BaselineKeyResult extends KeyResultBase {
  /** Kind. */
  readonly kind: 'baseline'
}

/** A key result of any kind. */
export type KeyResult =
  | ChangeKeyResult
  | MaintainKeyResult
  | MilestoneKeyResult
  | ChecklistKeyResult
  | OrdinalKeyResult
  | ZonesKeyResult
  | CompositeKeyResult
  | BaselineKeyResult

/** An objective with its key results. */
export interface Objective {
  /** Id. */
  readonly id: string
  /** What people read. */
  readonly title: string
  /** Id of the cycle. */
  readonly cycleId: string
  /** Level of the organisation. */
  readonly level?: 'company' | 'department' | 'team' | 'individual' | undefined
  /** Ids of the objectives that this one serves. */
  readonly parentIds?: readonly string[] | undefined
  /** How it contributes, in words, when it has no parent. */
  readonly contribution?: string | undefined
  /** Who proposed it. */
  readonly origin?: 'top_down' | 'bottom_up' | undefined
  /** Who is accountable. */
  readonly owner?: Person | undefined
  /** Who contributes. */
  readonly contributors?: readonly Contributor[] | undefined
  /** Who reviews; another person than the owner. */
  readonly reviewer?: Person | undefined
  /** What is promised; default of its key results. */
  readonly commitment?: CommitmentKind | undefined
  /** How often people check in; default of its key results. */
  readonly cadence?: Cadence | undefined
  /** First day; default the cycle's. */
  readonly firstDay?: Day | undefined
  /** Last day; default the cycle's. */
  readonly lastDay?: Day | undefined
  /** Its key results. */
  readonly keyResults: readonly KeyResult[]
  /** How they are rolled up; default `'mean'`. */
  readonly rollUp?: 'mean' | 'min' | 'allAttained' | undefined
  /** Whether its status is that of its worst key result (default) or follows from its progress. */
  readonly statusMethod?: 'worst' | 'fromProgress' | undefined
  /** A person has confirmed that all key results done imply the objective. */
  readonly sufficiency?: 'confirmed' | undefined
  /** How it was closed. */
  readonly closing?: Closing | undefined
}

/** What was read of a key result, by its kind. */
export type Reading = ValueReading | MilestoneReading | ChecklistReading | ZoneReading | CompositeReading

/** Of a change, maintain, zones or baseline key result. */
export interface ValueReading {
  /** The value; null when it could not be measured. */
  readonly value: Quantity | null
  /** Why the value is null. */
  readonly reason?: string | undefined
  /** Interval of the value. */
  readonly interval?: Interval | undefined
  /** Units that carry information. */
  readonly sampleSize?: number | undefined
  /** Where the value comes from. */
  readonly source?: object | undefined
}

/** Of a milestone. */
export interface MilestoneReading {
  /** Day on which it was done; null while it is not. */
  readonly doneOn: Day | null
}

/** Of a checklist. */
export interface ChecklistReading {
  /** Ids of the items done. */
  readonly done: readonly string[]
}

/** Of an ordinal key result. */
export interface ZoneReading {
  /** The zone; null when nobody has judged. */
  readonly zone: Zone | null
}

/** Of a composite key result. */
export interface CompositeReading {
  /** A reading a part, by its id. */
  readonly components: { readonly [id: string]: Reading }
}

/** A report on a key result, never changed: it is corrected by another one that supersedes it. */
export interface CheckIn {
  /** Id. */
  readonly id: string
  /** Id of the key result. */
  readonly keyResultId: string
  /** Day that the reading speaks about. */
  readonly on: Day
  /** Day on which it was recorded; default `on`. */
  readonly recordedOn?: Day | undefined
  /** What was read. */
  readonly reading: Reading
  /** Probability of attaining that a person states, 0 to 1. */
  readonly confidence?: DecimalInput | undefined
  /** Status that a person reports. */
  readonly reported?: ReportedStatus | undefined
  /** What stands in the way. */
  readonly blockers?: readonly Blocker[] | undefined
  /** What was learned. */
  readonly learnings?: readonly string[] | undefined
  /** What was decided. */
  readonly decision?: Decision | undefined
  /** Who wrote it. */
  readonly author?: string | undefined
  /** Id of the check-in that this one corrects. */
  readonly supersedes?: string | undefined
}

/** A status that a person reports. */
export interface ReportedStatus {
  /** The status. */
  readonly status: 'on_track' | 'at_risk' | 'off_track'
  /** Why. */
  readonly reason: string
}

/** What stands in the way. */
export interface Blocker {
  /** Kind. */
  readonly type: 'dependency' | 'capacity' | 'decision' | 'data' | 'external' | 'other'
  /** Day on which it came up. */
  readonly openedOn: Day
  /** Day on which it was solved; absent while it is open. */
  readonly closedOn?: Day | undefined
  /** Who takes care of it. */
  readonly owner?: string | undefined
  /** What comes next. */
  readonly nextAction?: string | undefined
}

/** What was decided about a key result. */
export interface Decision {
  /** What becomes of it. */
  readonly action: 'keep' | 'modify' | 'drop'
  /** Why. */
  readonly reason?: string | undefined
  /** Who decided. */
  readonly by?: string | undefined
}

/** A definition and the day from which it holds. */
export interface KeyResultVersion {
  /** First day on which it holds. */
  readonly effectiveFrom: Day
  /** The definition. */
  readonly keyResult: KeyResult
  /** Why it was changed. */
  readonly reason?: string | undefined
  /** Whether something outside the team made the change; default false. */
  readonly external?: boolean | undefined
  /** Who changed it. */
  readonly author?: string | undefined
}

/** One item of a review. */
export interface AgendaItem {
  /** Place from 1, worst first. */
  rank: number
  /** Id of the key result. */
  id: string
  /** Its status. */
  status: KeyResultStatus
  /** Stated confidence minus the one before; null when one is unknown. */
  confidenceChange: number | null
}

/** The record of one review of an objective. */
export interface ReviewRecord {
  /** Id. */
  readonly id: string
  /** Id of the objective. */
  readonly objectiveId: string
  /** Day of the review. */
  readonly on: Day
  /** How often it is reviewed. */
  readonly cadence?: Cadence | undefined
  /** Key results in the order of the agenda. */
  readonly entries: readonly ReviewEntry[]
}

/** One key result in a review. */
export interface ReviewEntry {
  /** Place from 1, worst first. */
  readonly rank: number
  /** Id of the key result. */
  readonly keyResultId: string
  /** Its status. */
  readonly status: KeyResultStatus
  /** Its progress; null when it is not measured. */
  readonly progress: number | null
  /** Stated confidence; null when nobody stated one. */
  readonly confidence: number | null
  /** What stands in the way. */
  readonly blockers: readonly Blocker[]
  /** What was learned. */
  readonly learnings: readonly string[]
  /** What was decided; null when nothing was. */
  readonly decision: Decision | null
}

/** A number with its own evidence: counts, a value with an interval, or a measurement, which carries both. */
export type Measured = MeasuredCounts | MeasuredValue | Measurement

/** Successes among cases. */
export interface MeasuredCounts {
  /** Successes, a whole number. */
  readonly numerator: number
  /** Cases, a whole number. */
  readonly denominator: number
}

/** A value with its own interval. */
export interface MeasuredValue {
  /** The value; null when it could not be measured. */
  readonly value: DecimalInput | null
  /** Its interval; absent when it has none. */
  readonly interval?: Interval | undefined
}

/** A key result that is still being written: any field but id, title and kind may be missing. */
export interface KeyResultDraft extends KeyResultBase {
  /** Kind. */
  readonly kind: KeyResult['kind']
  /** Where it started. */
  readonly baseline?: Quantity | null | undefined
  /** Where it should end, or the target zone. */
  readonly target?: Target | Quantity | undefined
  /** The commit zone. */
  readonly commit?: Quantity | undefined
  /** The stretch zone. */
  readonly stretch?: Quantity | undefined
  /** How the value is compared with the target. */
  readonly operator?: Operator | undefined
  /** Where the number should go, as people said it. */
  readonly direction?: 'increase' | 'decrease' | undefined
  /** The condition that is to be kept. */
  readonly condition?: Condition | undefined
  /** Periods that a condition is judged by. */
  readonly every?: 'week' | 'biweek' | 'month' | 'quarter' | undefined
  /** Share of the periods or days that must be met. */
  readonly requiredShare?: DecimalInput | undefined
  /** Items of a checklist. */
  readonly items?: readonly ChecklistItem[] | undefined
  /** Zone from which it is attained. */
  readonly attainedFrom?: Zone | undefined
  /** Whether all parts are needed, or one. */
  readonly require?: 'all' | 'any' | undefined
  /** Parts of a composite. */
  readonly components?: readonly ComponentDraft[] | undefined
}

/** A part of a composite that is still being written. */
export interface ComponentDraft extends KeyResultDraft, Gated {}

/** An objective that is still being written: any field but id and title may be missing. */
export interface ObjectiveDraft extends Partial<Omit<Objective, 'id' | 'title' | 'keyResults' | 'closing'>> {
  /** Id. */
  readonly id: string
  /** What people read. */
  readonly title: string
  /** Its key results. */
  readonly keyResults?: readonly KeyResultDraft[] | undefined
  /** How it was closed. */
  readonly closing?: Partial<Closing> | undefined
}
