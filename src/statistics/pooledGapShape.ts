import { fail } from '../internal/fail.js'
import { assertArray, assertFinite, assertInteger, assertKnownOptions } from '../internal/guards.js'
import { type GapShape, gapShapeOf } from './gapShapeOf.js'

/** Options of {@link pooledGapShape}. */
export interface PooledGapShapeOptions {
  /** Fewest customers with three gaps, from 1; default 20. */
  readonly minimumCustomers?: number | undefined
}

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
  return gapShapeOf(
    {
      customers: gapsByCustomer.length,
      countOf: (customer) => gapsByCustomer[customer]?.length ?? 0,
      write: (customer, gaps) => gaps.set(gapsByCustomer[customer] ?? []),
    },
    minimumCustomers,
  )
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
