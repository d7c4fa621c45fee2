import type { Measurement } from '../../measurement.js'
import type { Proportion } from '../../statistics/model.js'

/** Verdict of a comparison with a target: the interval lies beyond it, short of it, or across it; or nothing is known. */
export type TargetStatus = 'met' | 'not_met' | 'inconclusive' | 'unknown'

/** Two samples of a proportion in time. */
export interface RateSamples {
  /** The earlier one. */
  readonly baseline: Proportion
  /** The later one. */
  readonly current: Proportion
}

/** A change asked for. */
export interface ChangeTarget {
  /** Share of the baseline's rate, or difference of the two rates (0.1 is ten points). */
  readonly type: 'relative' | 'points'
  /** The change asked for; negative where a fall is wanted. */
  readonly change: number
}

/** The change of a proportion, and what a target says to it. */
export interface RateChange extends Measurement {
  /** Change as a share of the baseline's rate; null from a rate of 0. */
  relative: number | null
  /** Whether the point reaches the change asked for; null when nothing is known; only with a target. */
  met?: boolean | null
  /** Whether the interval does; only with a target. */
  status?: TargetStatus
}

/** How a value is held against a target. */
export type TargetOperator = 'gte' | 'gt' | 'lte' | 'lt'

/** Two limits of a value. */
export interface ValueLimits {
  /** Lower limit. */
  readonly lower: number
  /** Upper limit. */
  readonly upper: number
}

/** What a comparison reads of a measurement. */
export interface ComparedValue {
  /** The value; null when there is none. */
  readonly value: number | null
  /** Its limits, when there are any. */
  readonly interval?: ValueLimits | undefined
}

/** A measurement held against a target. */
export interface TargetComparison {
  /** Whether the value reaches the target; null without a value. */
  met: boolean | null
  /** Whether both limits do, neither, or one of them. */
  status: TargetStatus
}
