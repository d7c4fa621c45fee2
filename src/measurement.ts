/** ISO 8601 with offset, epoch milliseconds or Date; a bare day is its local midnight. */
export type Instant = string | number | Date

/** A calendar day, `'YYYY-MM-DD'`. */
export type Day = string

/** A number or decimal text: finite, below 1e15 in absolute value, text of at most 12 decimals. */
export type DecimalInput = number | string

/** Unit of a number. */
export type Unit = 'ratio' | 'points' | 'milliseconds' | 'days' | 'count' | 'money' | 'score'

/** Why a number is null. */
export type Reason =
  | 'empty_base'
  | 'zero_denominator'
  | 'insufficient_data'
  | 'not_mature'
  | 'unbounded'
  | 'mixed_currency'

/** Plain JSON object. */
export type JsonObject = { [key: string]: JsonValue }

/** Plain JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject

/** Half-open span of time, `[start, end)`. */
export interface Period {
  /** First instant inside. */
  start: Instant
  /** First instant after it. */
  end: Instant
}

/** Interval of an estimate; never open-ended. */
export interface Interval {
  /** Lower limit, in the unit of the estimate. */
  lower: number
  /** Upper limit, in the unit of the estimate. */
  upper: number
  /** Two-sided confidence, in (0, 1). */
  level: number
  /** How it was computed, e.g. `wilson`. */
  method: string
}

/** The options that made a number, and what qualifies it. */
export interface Definition {
  /** Codes of what qualifies the number, sorted. */
  caveats?: string[]
  /** An option by its name. */
  [option: string]: unknown
}

/** A number with its evidence and the definition used. */
export interface Measurement {
  /** Code of the metric, e.g. `churn-rate`. */
  metric: string
  /** The number, unrounded; null exactly when `reason` is present. */
  value: number | null
  /** Unit of the value. */
  unit: Unit
  /** What was divided. */
  numerator?: number
  /** What it was divided by. */
  denominator?: number
  /** Units that carry information. */
  sampleSize: number
  /** How far the value would move by chance at the same underlying risk. */
  interval?: Interval
  /** Why the value is null. */
  reason?: Reason
  /** Units whose outcome window had not elapsed at `asOf`. */
  pending?: number
  /** Records left out, by reason; absent when there are none. */
  excluded?: Record<string, number>
  /** The options actually used: what makes the number reconcilable with another tool's. */
  definition: Definition
}
