import type { ErrorCode } from '../errors.js'
import { type Decimal, toDecimal } from '../internal/decimal.js'
import { fail } from '../internal/fail.js'

/** A number from 0 to 1, exact. */
export function readShare(value: unknown, path: string, code: ErrorCode = 'INVALID_NUMBER'): Decimal {
  const read = toDecimal(value, path, code)
  if (read.lessThan(0) || read.greaterThan(1)) fail(code, path, 'must be from 0 to 1', value)
  return read
}
