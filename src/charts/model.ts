import type { Message, Messages, Table } from '../locales/model.js'
import type { Day, Interval, JsonObject, Reason, Unit } from '../measurement.js'

/** A Vega-Lite specification with its rows and its summary. */
export interface Chart {
  /** The specification: plain JSON, without expressions, to hand to `vega-embed`. */
  spec: JsonObject
  /** The same numbers as tidy rows, for grids and other tools. */
  table: Table
  /** One computed sentence, before its words; it is the description of the specification. */
  summary: Message
}

/** Options of every chart. */
export interface ChartOptions {
  /** Words and formatters: the result of `createMessages`. */
  readonly messages: Messages
  /** Colours on white or on near black; default `'light'`. */
  readonly theme?: 'light' | 'dark' | undefined
  /** Line of Vega-Lite named in `$schema`, nothing else; default `'v6'`. */
  readonly schema?: 'v6' | 'v5' | undefined
  /** Width of the plot in pixels, 160..4000; default 640. Grids have steps of their own. */
  readonly width?: number | undefined
  /** Title; default the words of the messages. */
  readonly title?: string | undefined
}

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

/** The part of a finding that is drawn. */
export interface PlottedFinding {
  /** Code, e.g. `trend.sustained_decline`. */
  readonly code: string
  /** `info`, `warning` or `critical`. */
  readonly severity: string
  /** What it speaks of. */
  readonly subject: string
  /** The segment it was found in; absent for the whole. */
  readonly segment?: { readonly [name: string]: string } | undefined
  /** First day; null or absent when it cannot be dated. */
  readonly since?: Day | null | undefined
}

/** The part of a signal result that is drawn; one of a review fits. */
export interface PlottedSignal {
  /** What was found. */
  readonly findings: readonly PlottedFinding[]
  /** The day of the verdict. */
  readonly asOf: string
}

/** One cell of a retention triangle. */
export interface PlottedRetentionCell {
  /** First day of the cohort; absent in the cells over all cohorts. */
  readonly cohort?: Day | undefined
  /** Periods after the first one. */
  readonly offset: number
  /** Members of the cohort. */
  readonly size: number
  /** Share retained, 0..1; null when not yet known. */
  readonly value: number | null
}

/** A retention triangle; the result of `measureCohortRetention` fits. */
export interface PlottedCohorts {
  /** Cells by cohort and offset. */
  readonly cells: readonly PlottedRetentionCell[]
  /** One cell an offset over all cohorts. */
  readonly overall: readonly PlottedRetentionCell[]
}

/** The part of a net promoter score that is drawn. */
export interface PlottedNpsMeasurement {
  /** Score in points, -100..100; null without answers. */
  readonly value: number | null
  /** Answers. */
  readonly sampleSize: number
  /** Interval of the score. */
  readonly interval?: Interval | undefined
  /** Answers of promoters. */
  readonly promoters: number
  /** Answers of passives. */
  readonly passives: number
  /** Answers of detractors. */
  readonly detractors: number
}

/** The net promoter score of a group. */
export interface PlottedNps {
  /** Name of the group; empty for everybody. */
  readonly group: string
  /** Its score; the result of `netPromoterScore` fits. */
  readonly measurement: PlottedNpsMeasurement
}

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
  /** Whether anything but chance is at work. */
  readonly variation: 'common' | 'special'
  /** First day of what is special. */
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

/** The part of a measurement that is drawn. */
export interface PlottedMeasurement {
  /** The number; null when there is a reason. */
  readonly value: number | null
  /** Unit of the value. */
  readonly unit: Unit
  /** What was divided. */
  readonly numerator?: number | undefined
  /** What it was divided by. */
  readonly denominator?: number | undefined
  /** Units that carry information. */
  readonly sampleSize: number
  /** Interval of the value. */
  readonly interval?: Interval | undefined
  /** Why the value is null. */
  readonly reason?: Reason | undefined
}

/** One metric in one segment; a row of a review fits. */
export interface PlottedSegment {
  /** What the segments are by, e.g. `plan`. */
  readonly by: string
  /** Name of the segment. */
  readonly segment: string
  /** Code of the metric. */
  readonly metric: string
  /** The metric in the segment. */
  readonly measurement: PlottedMeasurement
  /** Verdict adjusted for the number of segments: worse, no evidence, better. */
  readonly verdict: 'risk' | 'none' | 'safer'
}

/** One step of a curve of durations. */
export interface PlottedDuration {
  /** Milliseconds. */
  readonly time: number
  /** Share still waiting, 0..1. */
  readonly survival: number
}

/** Durations with the open ones; the result of `durationSummary` fits. */
export interface PlottedDurations {
  /** Median in milliseconds; null when it is not reached. */
  readonly value: number | null
  /** Completed ones. */
  readonly completed: number
  /** Open ones. */
  readonly open: number
  /** Counts by limit in milliseconds; the limits are drawn, the share by each is read from the curve. */
  readonly within?: { readonly [milliseconds: string]: number } | undefined
  /** Share still waiting at each time. */
  readonly curve: readonly PlottedDuration[]
}

/** Where the two metrics of a contradiction turn from good to bad. */
export interface ContradictionLimits {
  /** In points, -100..100. */
  readonly netPromoterScore: number
  /** A share, 0..1. */
  readonly churnRate: number
}
