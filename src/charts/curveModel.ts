import type { Day, Unit } from '../measurement.js'

/** One period on a control chart. */
export interface PlottedControlPoint {
  /** First day. */
  readonly start: Day
  /** Day after the last. */
  readonly end: Day
  /** Value of the period; null when it is missing. */
  readonly value: number | null
  /** Mean of the phase. */
  readonly mean: number | null
  /** Lower control limit. */
  readonly lower: number | null
  /** Upper control limit. */
  readonly upper: number | null
  /** Number of the phase; the limits are recomputed in each. */
  readonly phase: number
  /** Common cause, or special cause on the good side, the bad side, or neither. */
  readonly kind: 'common' | 'improvement' | 'concern' | 'neutral'
}

/** A series with its control limits; one of a review fits. */
export interface PlottedControl {
  /** Code of the metric. */
  readonly metric: string
  /** The segment; absent for the whole. */
  readonly segment?: { readonly [name: string]: string } | undefined
  /** Unit of the values. */
  readonly unit?: Unit | undefined
  /** Target, in the unit of the values. */
  readonly target?: number | undefined
  /** Periods in order. */
  readonly points: readonly PlottedControlPoint[]
  /** Whether anything but chance is at work in the last period observed. */
  readonly variation: 'common' | 'special'
  /** First day of the special stretch in which the series stands now. */
  readonly since?: Day | undefined
  /** Whether the process meets the target: the limits wholly on its good side, wholly beyond, across, no target. */
  readonly assurance: 'pass' | 'fail' | 'inconsistent' | 'none'
}

/** One step of a survival curve. */
export interface PlottedStep {
  /** Time since the start. */
  readonly time: number
  /** Still observed at that time. */
  readonly atRisk: number
  /** Ended at that time. */
  readonly events: number
  /** Share that lasts longer, 0..1. */
  readonly survival: number
  /** Lower limit. */
  readonly lower: number | null
  /** Upper limit. */
  readonly upper: number | null
}

/** A survival curve; the result of `kaplanMeier` fits. */
export interface PlottedCurve {
  /** Steps in order of time. */
  readonly steps: readonly PlottedStep[]
  /** First time at which half have ended; null when it is not reached. */
  readonly median: number | null
  /** Observations. */
  readonly sampleSize: number
}

/** A survival curve and its name. */
export interface PlottedSurvival {
  /** Name of the group. */
  readonly name: string
  /** Its curve. */
  readonly curve: PlottedCurve
}
