import type { Day, DecimalInput, Reason, Unit } from '../measurement.js'

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
  | 'not_started'
  | 'ended'
  | 'no_progress'

/** A zone of an ordinal or zoned key result, from worst to best. */
export type Zone = 'fail' | 'commit' | 'target' | 'stretch'

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
  /** Unit of the number. */
  readonly unit?: Unit | undefined
  /** Whether the scale has a true zero (`'ratio'`, default) or none (`'interval'`, as the NPS). */
  readonly scale?: 'ratio' | 'interval' | undefined
  /** Bounds of the number; default those of the unit. */
  readonly domain?: Domain | undefined
  /** First day; default the objective's, else the cycle's. */
  readonly firstDay?: Day | undefined
  /** Last day; default the objective's, else the cycle's. */
  readonly lastDay?: Day | undefined
  /** How progress is expected to come; default linear. */
  readonly plan?: Plan | undefined
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
}

/** A condition that is to be kept. */
export interface MaintainKeyResult extends KeyResultBase {
  /** Kind. */
  readonly kind: 'maintain'
  /** The condition. */
  readonly condition: Condition
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
  /** First day; default the cycle's. */
  readonly firstDay?: Day | undefined
  /** Last day; default the cycle's. */
  readonly lastDay?: Day | undefined
  /** Its key results. */
  readonly keyResults: readonly KeyResult[]
  /** How they are rolled up; default `'mean'`. */
  readonly rollUp?: 'mean' | 'min' | 'allAttained' | undefined
}

/** What was read of a key result, by its kind. */
export type Reading = ValueReading | MilestoneReading | ChecklistReading | ZoneReading | CompositeReading

/** Of a change, maintain, zones or baseline key result. */
export interface ValueReading {
  /** The value; null when it could not be measured. */
  readonly value: Quantity | null
  /** Why the value is null. */
  readonly reason?: string | undefined
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
