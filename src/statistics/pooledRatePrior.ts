import { assertArray, assertInteger, assertKnownOptions } from '../internal/guards.js'
import type { Reason } from '../measurement.js'
import { assertRate } from './assertRate.js'
import type { Rate } from './model.js'
import { orderlessSum } from './orderlessSum.js'

/** Options of {@link pooledRatePrior}. */
export interface PooledRatePriorOptions {
  /** Fewest customers with an exposure, from 1; default 20. */
  readonly minimumCustomers?: number | undefined
}

/** Result of {@link pooledRatePrior}. */
export interface PooledPrior {
  /** Events that the prior is worth, 0.01 to 1000. */
  shape: number | null
  /** Exposure that it is worth. */
  rate: number | null
  /** Its mean: all events over all exposure. */
  mean: number | null
  /** Why there is no prior. */
  reason?: Reason
}

const [smallestShape, largestShape] = [0.01, 1000]

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
  const telling = rates.filter(({ exposure }) => exposure > 0)
  const events = telling.reduce((sum, { count }) => sum + count, 0)
  if (telling.length < minimumCustomers || events === 0) {
    return { shape: null, rate: null, mean: null, reason: 'insufficient_data' }
  }
  const mean = events / orderlessSum(telling.map(({ exposure }) => exposure))
  const excess = orderlessSum(telling.map(({ count, exposure }) => (count - mean * exposure) ** 2)) - events
  const variance = excess / orderlessSum(telling.map(({ exposure }) => exposure ** 2))
  const raw = variance <= 0 ? largestShape : mean ** 2 / variance
  const shape = Math.min(largestShape, Math.max(smallestShape, raw))
  return { shape, rate: shape / mean, mean }
}
