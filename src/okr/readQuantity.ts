import { Decimal, toDecimal } from '../internal/decimal.js'
import { fail } from '../internal/fail.js'
import { assertPlain } from '../internal/guards.js'

/** A quantity read: its exact value, or why it has none. */
export type ReadQuantity =
  | { value: Decimal; reason?: never }
  | { value: null; reason: 'not_measured' | 'zero_denominator' }

/** A number, or a quotient divided once; null and undefined are not measured. */
export function readQuantity(quantity: unknown, path: string): ReadQuantity {
  if (quantity === null || quantity === undefined) return { value: null, reason: 'not_measured' }
  if (typeof quantity !== 'object') return { value: toDecimal(quantity, path) }
  assertPlain(quantity, path)
  const numerator = toDecimal(quantity['numerator'], `${path}.numerator`)
  const denominator = toDecimal(quantity['denominator'], `${path}.denominator`)
  if (denominator.lessThan(0)) fail('INVALID_NUMBER', `${path}.denominator`, 'must not be negative', 'negative')
  if (denominator.isZero()) return { value: null, reason: 'zero_denominator' }
  return { value: new Decimal(numerator).div(denominator) }
}
