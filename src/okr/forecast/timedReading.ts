import type { Decimal } from '../../internal/decimal.js'

/** A reading on plan time. */
export interface TimedReading {
  /** Day since the epoch. */
  day: number
  value: Decimal
  /** Expected progress of the day times the span of days. */
  time: Decimal
}
