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
