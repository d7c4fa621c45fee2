import { fail } from '../internal/fail.js'
import { assertArray, assertFinite, assertInteger, assertKnownOptions } from '../internal/guards.js'
import type { Reason } from '../measurement.js'
import { orderlessSum } from './orderlessSum.js'

/** Options of {@link pooledGapShape}. */
export interface PooledGapShapeOptions {
  /** Fewest customers with three gaps, from 1; default 20. */
  readonly minimumCustomers?: number | undefined
}

/** Result of {@link pooledGapShape}. */
export interface GapShape {
  /** Regularity: 1 for events by chance, more for regular ones. */
  shape: number
  /** Customers that it was estimated from. */
  customers: number
  /** Why it is only the default of 1. */
  reason?: Reason
}

/** Gaps that one customer needs. */
const fewestGaps = 3
const largestShape = 1000

/**
 * Estimates how regular the gaps between events are, over many customers.
 *
 * c is the mean over customers of the squared coefficient of variation of their gaps; the shape is
 * `1/c − mean of 1/k`, from 1 to 1000, k the gaps of a customer.
 *
 * @param gapsByCustomer - gaps of each customer; those with fewer than three, or without any time between, say nothing
 * @param options - fewest customers
 * @returns the shape, and 1 with reason `insufficient_data` from too few customers
 */
export function pooledGapShape(
  gapsByCustomer: readonly (readonly number[])[],
  options: PooledGapShapeOptions = {},
): GapShape {
  assertGaps(gapsByCustomer)
  assertKnownOptions(options, ['minimumCustomers'])
  const { minimumCustomers = 20 } = options
  assertInteger(minimumCustomers, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumCustomers')
  const telling = gapsByCustomer.filter((gaps) => gaps.length >= fewestGaps && gaps.some((gap) => gap > 0))
  const customers = telling.length
  if (customers < minimumCustomers) return { shape: 1, customers, reason: 'insufficient_data' }
  const variation = orderlessSum(telling.map(squaredVariation)) / customers
  const correction = orderlessSum(telling.map((gaps) => 1 / gaps.length)) / customers
  const shape = variation === 0 ? largestShape : 1 / variation - correction
  return { shape: Math.min(largestShape, Math.max(1, shape)), customers }
}

function squaredVariation(gaps: readonly number[]): number {
  const mean = orderlessSum(gaps) / gaps.length
  return orderlessSum(gaps.map((gap) => (gap - mean) ** 2)) / (gaps.length - 1) / mean ** 2
}

function assertGaps(gapsByCustomer: unknown): void {
  assertArray(gapsByCustomer, 'gapsByCustomer')
  gapsByCustomer.forEach((gaps, customer) => {
    const path = `gapsByCustomer[${customer}]`
    assertArray(gaps, path)
    gaps.forEach((gap, index) => {
      assertFinite(gap, `${path}[${index}]`)
      if (gap < 0) fail('INVALID_NUMBER', `${path}[${index}]`, 'must not be negative', gap)
    })
  })
}
