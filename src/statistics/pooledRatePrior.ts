import { assertArray, assertInteger, assertKnownOptions } from '../internal/guards.js'
import { assertRate } from './assertRate.js'
import type { Rate } from './model.js'
import { type PooledPrior, ratePriorOf } from './ratePriorOf.js'

/** Options of {@link pooledRatePrior}. */
export interface PooledRatePriorOptions {
  /** Fewest customers with an exposure, from 1; default 20. */
  readonly minimumCustomers?: number | undefined
}

/**
 * Estimates how the rates of customers vary: the prior of {@link gammaPoissonForecast}.
 *
 * Moments: m = Σx/Σt, v = `(Σ(x − m t)² − Σx)/Σt²`; shape `m²/v` within 0.01..1000 (1000 when the rates vary no more than
 * chance), rate shape/m.
 *
 * @param rates - events and exposure of each customer; without exposure they say nothing
 * @param options - fewest customers
 * @returns shape, rate and mean; null with reason `insufficient_data` from too few customers or without events
 */
export function pooledRatePrior(rates: readonly Rate[], options: PooledRatePriorOptions = {}): PooledPrior {
  assertArray(rates, 'rates')
  rates.forEach((rate, index) => {
    assertRate(rate, `rates[${index}]`)
  })
  assertKnownOptions(options, ['minimumCustomers'])
  const { minimumCustomers = 20 } = options
  assertInteger(minimumCustomers, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumCustomers')
  const columns = {
    counts: Float64Array.from(rates, ({ count }) => count),
    exposures: Float64Array.from(rates, ({ exposure }) => exposure),
  }
  return ratePriorOf(columns, minimumCustomers)
}
