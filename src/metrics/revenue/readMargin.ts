import { type Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'

/** What a customer leaves a period: revenue times gross margin, which is required and at most 1. */
export function readMargin(revenue: unknown, grossMargin: unknown, revenuePath: string): Decimal {
  if (grossMargin === undefined) fail('INVALID_OPTION', 'data.grossMargin', 'is required', grossMargin)
  const amount = toDecimal(revenue, revenuePath, 'INVALID_AMOUNT')
  if (amount.lessThan(0)) fail('NEGATIVE_AMOUNT', revenuePath, 'must not be negative', 'negative')
  const margin = toDecimal(grossMargin, 'data.grossMargin', 'RATE_OUT_OF_RANGE')
  if (margin.greaterThan(1)) fail('RATE_OUT_OF_RANGE', 'data.grossMargin', 'must not exceed 1', 'above 1')
  return amount.times(margin)
}
