import { toDecimal } from '../internal/decimal.js'
import { fail } from '../internal/fail.js'

/** A share of revenue that is kept: 1 at most, and from `minimum`. */
export function readGrossMargin(value: unknown, minimum: number): number {
  const margin = toDecimal(value, 'options.grossMargin', 'INVALID_OPTION').toNumber() + 0
  if (margin > 1 || margin < minimum) {
    const rule = minimum === 0 ? 'must be between 0 and 1' : 'must be 1 at most'
    fail('INVALID_OPTION', 'options.grossMargin', rule, margin)
  }
  return margin
}
