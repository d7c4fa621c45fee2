import { fail } from '../internal/fail.js'
import { assertDay } from '../internal/guards.js'
import type { Day } from '../measurement.js'

/** The day of a verdict, without which a finding would have no date. */
export function assertAsOf(asOf: unknown): asserts asOf is Day {
  if (asOf === undefined) fail('INVALID_OPTION', 'options.asOf', 'is required', asOf)
  assertDay(asOf, 'options.asOf')
}
