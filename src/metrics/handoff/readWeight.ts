import { type Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'

/** A weight: an exact decimal from 0. */
export function readWeight(value: unknown, path: string): Decimal {
  const weight = toDecimal(value, path, 'INVALID_WEIGHT')
  if (weight.isNegative() && !weight.isZero()) fail('INVALID_WEIGHT', path, 'must not be negative', value)
  return weight
}
