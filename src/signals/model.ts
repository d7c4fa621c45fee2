import type { Finding } from '../finding.js'
import type { Day, Instant, JsonObject, Unit } from '../measurement.js'

/** Bounds of one period of a series, the end not included. */
export interface SeriesPeriod {
  /** First day. */
  start: Day
  /** Day after the last. */
  end: Day
}

/** A period of a share: successes among trials. */
export interface ProportionPeriod extends SeriesPeriod {
  /** Whole number from 0; null when the period is missing. */
  successes: number | null
  /** Whole number from 0; null when the period is missing. */
  trials: number | null
}

/** A period of a rate: events in an exposure. */
export interface RatePeriod extends SeriesPeriod {
  /** Whole number of events from 0; null when the period is missing. */
  count: number | null
  /** What the events are counted over, from 0; null when the period is missing. */
  exposure: number | null
}

/** A period of a value that has no counts. */
export interface ValuePeriod extends SeriesPeriod {
  /** Finite number; null when the period is missing. */
  value: number | null
}

/** What every series has. */
export interface MetricSeriesBase {
  /** Code of the metric. */
  metric: string
  /** The segment that was counted; absent for the whole. */
  segment?: { readonly [name: string]: string } | undefined
  /** Which direction is good. */
  better: 'up' | 'down'
  /** Unit of the figures. */
  unit?: Unit | undefined
  /** Periods a season, from 2, when one is known. */
  season?: number | undefined
}

/** A share over equal periods. */
export interface ProportionSeries extends MetricSeriesBase {
  /** Says that the periods are successes among trials. */
  kind: 'proportion'
  /** Periods in order, without holes. */
  periods: readonly ProportionPeriod[]
}

/** A rate over equal periods. */
export interface RateSeries extends MetricSeriesBase {
  /** Says that the periods are events in an exposure. */
  kind: 'rate'
  /** Periods in order, without holes. */
  periods: readonly RatePeriod[]
}

/** A value over equal periods. */
export interface ValueSeries extends MetricSeriesBase {
  /** Says that the periods are values without counts. */
  kind: 'value'
  /** Periods in order, without holes. */
  periods: readonly ValuePeriod[]
}

/** One metric over equal periods. */
export type MetricSeries = ProportionSeries | RateSeries | ValueSeries

/** Verdict of a detector. */
export type SignalStatus = 'signal' | 'no_signal' | 'not_enough_data' | 'cannot_tell' | 'unstable_baseline'

/** State of the rules of sales communication. */
export type SignalState =
  | 'fires'
  | 'quiet'
  | 'insufficient_data'
  | 'cannot_tell'
  | 'dilution'
  | 'slowdown'
  | 'mix_shift'
  | 'watch'

/** A minimum of data that was not met. */
export interface UnmetMinimum {
  /** What there was too little of. */
  what: string
  /** How much a verdict needs. */
  needed: number
  /** How much there was. */
  found: number
}

/** The smallest change that would have been found. */
export interface Detectable {
  /** Size of the change. */
  value: number
  /** Its unit, as of the effect. */
  unit: string
  /** Probability of finding it. */
  power: 0.8
}

/** What a detector found, with evidence also when nothing fired. */
export interface SignalResult {
  /** Name of the function. */
  detector: string
  /** The metric, or what the call was about. */
  subject: string
  /** The segment that was judged, when there is one. */
  segment?: { [name: string]: string }
  /** What the segments that were compared are values of, e.g. `plan`, when it was said. */
  by?: string
  /** The verdict. */
  status: SignalStatus
  /** State of the rule, in the detectors of sales communication. */
  state?: SignalState
  /** What was found, most severe first. */
  findings: Finding[]
  /** What was measured, also when nothing fired; absent with too few data. */
  evidence?: Finding['evidence']
  /** With too few data: every unmet minimum. */
  missing?: UnmetMinimum[]
  /** With `no_signal`: what would have been found; null when that is not defined. */
  detectable?: Detectable | null
  /** Codes of what limits the verdict, sorted. */
  cautions: string[]
  /** Size of the family compared in the call; 0 with too few data. */
  comparisons: number
  /** What was left out, by reason. */
  excluded: { [reason: string]: number }
  /** The day of the verdict, as given. */
  asOf: string
  /** Options as used, with defaults and derived thresholds. */
  definition: JsonObject
}

/** When a detector looks, and how many false alarms it may raise. */
export interface DetectorOptions {
  /** Day of the verdict; periods that end after it are left out. */
  readonly asOf: Day
  /** Looks a year, from 1; default from the periods of a series, else 12. */
  readonly looksPerYear?: number | undefined
  /** Accepted false alarms a year and series, in (0, 1); default 0.10. */
  readonly falseAlarmsPerYear?: number | undefined
  /** Level of the test in place of the derived one, in (0, 1). */
  readonly alpha?: number | undefined
}

/** An event of a customer: an order, an interaction, a complaint. */
export interface CustomerEvent {
  /** The customer. */
  customerId: string
  /** When it happened: ISO 8601 with offset, epoch milliseconds or a Date; no bare day. */
  at: Instant
}

/** Who is a customer, and since when. */
export interface CustomerPresence {
  /** The customer, once in a list. */
  customerId: string
  /** First day as a customer; absent: from the first event. */
  since?: Day | undefined
  /** Day from which the customer is none any more; absent: still one. */
  endedAt?: Day | undefined
}

/** Options of the detectors of single customers. */
export interface CustomerDetectorOptions {
  /** Day of the verdict; events on it count, later ones do not. */
  readonly asOf: Day
  /** Zone whose days count; default UTC. */
  readonly timeZone?: string | undefined
  /** Days up to and including asOf that are the window, from 1; default 90. */
  readonly windowDays?: number | undefined
  /** Level of an `info`, in (0, 1); default 0.05. */
  readonly triageLevel?: number | undefined
  /** Level of a warning, in (0, 1) and at most the triage level; a tenth of it is critical; default 0.01. */
  readonly alertLevel?: number | undefined
  /** Gaps from which a customer is judged by the own rhythm, from 1; default 3. */
  readonly minimumGaps?: number | undefined
  /** Customers that a pooled estimate needs, from 1; default 20. */
  readonly minimumCustomers?: number | undefined
  /** What each customer is worth, for the order of the findings. */
  readonly values?: { readonly [customerId: string]: number } | undefined
  /** Findings returned, from 1; status and evidence cover all; default 100. */
  readonly limit?: number | undefined
  /** Who is there: who has left would look silent; default everybody seen. */
  readonly customers?: readonly CustomerPresence[] | undefined
}
