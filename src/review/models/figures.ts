import type { Day, Definition, Measurement, Unit } from '../../measurement.js'
import type { NpsMeasurement } from '../../metrics/nps/model.js'
import type { ChangeEvidence } from '../../okr/evidence/changeEvidence.js'
import type { SurvivalCurve } from '../../statistics/kaplanMeier.js'
import type { SegmentName } from './names.js'

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

/** The definition of a figure. */
export interface MetricDefinition {
  /** Code of the metric. */
  metric: string
  /** The options actually used. */
  definition: Definition
}

/** One metric in one segment. */
export interface SegmentRow {
  /** Name of the segment, e.g. `plan`. */
  by: string
  /** Its value, e.g. `pro`. */
  segment: string
  /** Code of the metric. */
  metric: string
  /** The figure of the last complete period. */
  measurement: Measurement
  /** Rate of the last three periods drawn towards that of all segments; of proportions. */
  shrunkRate?: number
  /** Whether the segment is worse than the rest over the last three periods, adjusted for the number of segments. */
  adjustedPValue?: number
  /** Worse than the rest, better, or neither is shown. */
  verdict: 'risk' | 'none' | 'safer'
}

/** One period on a control chart. */
export interface ControlPoint {
  /** First day. */
  start: Day
  /** Day after the last. */
  end: Day
  /** Value of the period; null when it is missing. */
  value: number | null
  /** Mean of all periods. */
  mean: number | null
  /** Lower control limit. */
  lower: number | null
  /** Upper control limit. */
  upper: number | null
  /** Number of the phase, from 0. */
  phase: number
  /** Chance, or a special cause on the good or the bad side. */
  kind: 'common' | 'improvement' | 'concern' | 'neutral'
}

/** A series as a control chart. */
export interface ControlSeries {
  /** Code of the metric. */
  metric: string
  /** The segment; absent for the whole. */
  segment?: SegmentName
  /** Unit of the values. */
  unit?: Unit
  /** What the key result on the metric wants, in the unit of the values. */
  target?: number
  /** Periods in order. */
  points: ControlPoint[]
  /** Whether anything but chance is at work in the last period observed. */
  variation: 'common' | 'special'
  /** First day of the special stretch in which the series stands now. */
  since?: Day
  /** Whether the limits lie wholly on the good side of the target, wholly beyond it, or across. */
  assurance: 'pass' | 'fail' | 'inconsistent' | 'none'
}

/** The net promoter score of a group. */
export interface NpsBreakdown {
  /** Value of a segment; empty for everybody. */
  group: string
  /** The score of the last complete period. */
  measurement: NpsMeasurement
}

/** How long customers stay. */
export interface NamedSurvival {
  /** Value of a segment; empty for everybody. */
  name: string
  /** Share still customers by days since the first one; at most 200 steps. */
  curve: SurvivalCurve
}
