import { Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import type { DecimalInput } from '../../measurement.js'

/** The most that progress may count, from 1 to 2. */
export function readCeiling(ceiling: DecimalInput | undefined): Decimal {
  if (ceiling === undefined) return new Decimal(1)
  const read = toDecimal(ceiling, 'options.ceiling', 'INVALID_OPTION')
  if (read.lessThan(1) || read.greaterThan(2)) fail('INVALID_OPTION', 'options.ceiling', 'must be from 1 to 2', ceiling)
  return read
}
