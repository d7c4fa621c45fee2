import { toDecimal, toDouble } from '../internal/decimal.js'
import { assertLevel } from '../internal/guards.js'
import type { DecimalInput } from '../measurement.js'

/** A confidence level above 0 and below 1, also as decimal text. */
export function readLevel(level: DecimalInput, path = 'options.level'): number {
  const read = toDouble(toDecimal(level, path, 'INVALID_OPTION'))
  assertLevel(read, path)
  return read
}
