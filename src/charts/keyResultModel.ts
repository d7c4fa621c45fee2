import type { Day, Interval, Unit } from '../measurement.js'

/** Where a key result stood at one check-in. */
export interface PlottedPoint {
  /** Day of the check-in. */
  readonly on: Day
  /** Value, in the unit of the key result. */
  readonly value: number | null
  /** Progress, 0..1 and beyond. */
  readonly progress: number | null
  /** Code of the status. */
  readonly status: string
  /** Confidence of attaining, 0..1. */
  readonly confidence: number | null
  /** Whether the value comes from a measurement or from a person. */
  readonly source: 'measured' | 'estimated'
}

/** A corner of the plan. */
export interface PlottedPlanPoint {
  /** Day. */
  readonly on: Day
  /** Expected progress, 0..1. */
  readonly expected: number
  /** Planned value, in the unit of the key result. */
  readonly value: number | null
}

/** The part of a score that is drawn. */
export interface PlottedScore {
  /** Progress, 0..1 and beyond; null when there is no data. */
  readonly progress: number | null
  /** Target, in the unit of the key result; absent for kinds without one. */
  readonly target?: number | null | undefined
}

/** What a key result is to keep. */
export interface PlottedCondition {
  /** How the value is compared; a band, `'between'`, has no line. */
  readonly operator: string
  /** The bound, in the unit of the key result. */
  readonly bound?: number | string | undefined
}

/** The shape of a plan. */
export interface PlottedPlan {
  /** `'step'` is drawn in steps. */
  readonly kind: string
}

/** The part of a forecast that is drawn. */
export interface PlottedForecast {
  /** Where the value will be on the last day; null without one. */
  readonly interval: Interval | null
  /** The plan behind it. */
  readonly plan: PlottedPlan
}

/** The part of a key result that is drawn; one of a review fits. */
export interface PlottedKeyResult {
  /** Title, as people wrote it. */
  readonly title: string
  /** Unit of its values; absent for kinds without values. */
  readonly unit?: Unit | undefined
  /** Code of the status. */
  readonly status: string
  /** Score at the day of the review. */
  readonly score: PlottedScore
  /** What it is to keep; its bound is drawn as the target. */
  readonly condition?: PlottedCondition | undefined
  /** Expected progress, 0..1. */
  readonly expected: number
  /** Check-ins. */
  readonly points: readonly PlottedPoint[]
  /** The plan curve. */
  readonly plan: readonly PlottedPlanPoint[]
  /** Forecast of the last day; null without one. */
  readonly forecast: PlottedForecast | null
}
