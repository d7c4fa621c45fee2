import type { DecimalInput, Interval, Measurement } from '../../measurement.js'

/** A number with its own evidence: counts, a value with an interval, or a measurement, which carries both. */
export type Measured = MeasuredCounts | MeasuredValue | Measurement

/** Successes among cases. */
export interface MeasuredCounts {
  /** Successes, a whole number. */
  readonly numerator: number
  /** Cases, a whole number. */
  readonly denominator: number
}

/** A value with its own interval. */
export interface MeasuredValue {
  /** The value; null when it could not be measured. */
  readonly value: DecimalInput | null
  /** Its interval; absent when it has none. */
  readonly interval?: Interval | undefined
}
