import type { Day, DecimalInput, Unit } from '../../measurement.js'
import type { Closing } from './closing.js'
import type { Cadence, Plan } from './cycle.js'
import type { Contributor, Person } from './person.js'
import type { Condition, Domain, Operator, Quantity, Target } from './quantity.js'
import type { CommitmentKind, Zone } from './status.js'

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
