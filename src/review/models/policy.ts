import type { Day, DecimalInput } from '../../measurement.js'
import type { HandoffPolicy } from '../../metrics/handoff/models/policy.js'
import type { FitPurchaseModelOptions } from '../../predict/readFitOptions.js'
import type { DetectorChoices } from '../../signals/detectorOptions.js'
import type { MetricOptionsByCode } from './metricOptions.js'

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
  readonly of: 'customer' | 'ticket' | 'lead' | 'opportunity'
  /** Its field, of its own or of `extra`. */
  readonly field: string
}

/** A known change of how something is done: what comes after it is judged by limits of its own. */
export interface ControlPhase {
  /** Code of the metric whose control charts it concerns. */
  readonly metric: string
  /** First day of the new way. */
  readonly from: Day
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

/** Options of metrics by code, beside those that the review gives; false switches one off. */
export type MetricChoices = {
  readonly [M in keyof MetricOptionsByCode]?: Partial<MetricOptionsByCode[M]> | false | undefined
}

/** Choices of the house. */
export interface ReviewPolicy {
  /** Length of a period and of the series; default 24 months. */
  readonly period?: ReviewPeriod | undefined
  /** Segments to look into; default none. */
  readonly segments?: readonly ReviewSegment[] | undefined
  /**
   * Metrics that are watched by segment too; default `churn-rate`, `complaint-rate`, `clean-handoff-rate`,
   * `close-rate`.
   */
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
  /** How purchases are modelled; null: each customer by the own rhythm. Default MBG/NBD with weak priors. */
  readonly purchaseModel?: FitPurchaseModelOptions | null | undefined
  /** What a good hand-off is; without it hand-offs are not measured. */
  readonly handoff?: HandoffPolicy | undefined
  /** Pairs to hold against each other; default NPS with churn. */
  readonly contradictions?: readonly MetricPair[] | undefined
  /** Known changes from which on the control charts of a metric begin a new phase; default none. */
  readonly phases?: readonly ControlPhase[] | undefined
  /** `'ids'` replaces the ids of customers and leads in findings by ordinals; default `'none'`. */
  readonly redact?: 'none' | 'ids' | undefined
}
