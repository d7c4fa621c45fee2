import { Decimal as SharedDecimal } from 'decimal.js'
import type { ErrorCode } from '../errors.js'
import type { DecimalInput } from '../measurement.js'
import { fail } from './fail.js'
import { isDecimalText } from './isDecimalText.js'

/**
 * A private clone: what a host sets on the shared constructor cannot reach it, and bounded exponents keep a hostile
 * text such as '1e1000000000' from exhausting the memory.
 */
export const Decimal = /* @__PURE__ */ SharedDecimal.clone({
  defaults: true,
  precision: 40,
  rounding: SharedDecimal.ROUND_HALF_EVEN,
  maxE: 40,
  minE: -40,
  toExpPos: 60,
  toExpNeg: -60,
})

/** An exact decimal of the private clone. */
export type Decimal = SharedDecimal

/** A number by its shortest text, or decimal text, as an exact decimal. */
export function toDecimal(value: unknown, path: string, code: ErrorCode = 'INVALID_NUMBER'): Decimal {
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || Math.abs(value) >= 1e15) fail(code, path, 'must be finite and below 1e15', value)
    return new Decimal(value)
  }
  if (typeof value !== 'string' || !isDecimalText(value)) {
    fail(code, path, 'must be a number or decimal text', value)
  }
  return new Decimal(value)
}

/** Order of two decimals, equal when they agree at 12 decimals. */
export function compareDecimal(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const order = a.toDecimalPlaces(12).comparedTo(b.toDecimalPlaces(12))
  return order < 0 ? -1 : order > 0 ? 1 : 0
}

/** The nearest double of an exact result, never -0. */
export function toDouble(value: Decimal): number {
  return value.toNumber() + 0
}

/** The exact sum of amounts, independent of their order. */
export function sumExact(values: Iterable<DecimalInput>, path: string): Decimal {
  let sum: Decimal = new Decimal(0)
  let index = 0
  for (const value of values) {
    sum = sum.plus(toDecimal(value, `${path}[${index}]`))
    index += 1
  }
  return sum
}

/** Money as text: no exponent, 2 to 12 decimals, half even, no further trailing zeros. */
export function decimalText(value: Decimal): string {
  const rounded = value.toDecimalPlaces(12)
  const text = rounded.toFixed(Math.max(2, rounded.decimalPlaces()))
  return rounded.isZero() && text.startsWith('-') ? text.slice(1) : text
}
