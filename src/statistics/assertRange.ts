import { fail } from '../internal/fail.js'
import { assertFinite } from '../internal/guards.js'

/** The range of a quantity; either end may be open. */
export interface ValueRange {
  /** Smallest possible value; open by default. */
  readonly minimum?: number | undefined
  /** Largest possible value; open by default. */
  readonly maximum?: number | undefined
}

/** Ends of a range that are numbers, the lower one not above the upper one. */
export function assertRange({ minimum, maximum }: ValueRange): void {
  if (minimum !== undefined) assertFinite(minimum, 'options.minimum', 'INVALID_OPTION')
  if (maximum !== undefined) assertFinite(maximum, 'options.maximum', 'INVALID_OPTION')
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    fail('INVALID_OPTION', 'options.minimum', 'must not exceed the maximum', minimum)
  }
}
