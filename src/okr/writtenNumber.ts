import { type Decimal, toDouble } from '../internal/decimal.js'
import type { DecimalInput } from '../measurement.js'

/** A number as decimal text without trailing zeros, or as a number where 12 decimals do not hold it. */
export function writtenNumber(value: Decimal): DecimalInput {
  return value.decimalPlaces() <= 12 ? value.plus(0).toFixed() : toDouble(value)
}
