import { assertInteger, assertKnownOptions, assertOneOf, assertPlain } from '../internal/guards.js'
import type { Measurement } from '../measurement.js'
import { assertRenewalModel } from './assertRenewalModel.js'
import { checkHorizon, discountedSurvival } from './discountedSurvival.js'
import type { RenewalModel } from './models/models.js'

/** A customer by the renewals made. */
export interface RenewalHistory {
  /** Renewals so far, a whole number from 0. */
  readonly renewals: number
}

/** Options of {@link discountedResidualLifetime}. */
export interface DiscountedResidualLifetimeOptions {
  /** The model of renewals. */
  readonly model: RenewalModel
  /** Discount a period: 0, or 1e-5 and above. */
  readonly discountPerPeriod: number
  /** How many payments count, 1 to 1,000,000; default all. */
  readonly periods?: number | undefined
  /** When it is asked: just before a renewal, or just after a payment. Default `before_renewal`. */
  readonly timing?: 'before_renewal' | 'after_payment' | undefined
}

/**
 * Estimates how many payments a customer with some renewals will still make, discounted (DERL).
 *
 * Before a renewal: `Σ S(n + k) / S(n) / (1 + d)^(k - 1)` over k from 1, so that the next payment, if it is made, is not
 * discounted; after a payment the same, a period earlier, times `1 / (1 + d)`. Times the margin of a payment it is the
 * value that a customer still has.
 *
 * @param data - the renewals made so far
 * @param options - model, discount a period, number of payments, moment
 * @returns `discounted-residual-lifetime` in payments (`count`); null with `unbounded` where the sum has no end: without
 * discount and `periods`, when alpha <= 1
 * @throws {@link RetentionOkrError} INVALID_MODEL; INVALID_OPTION, also for a discount between 0 and 1e-5
 * @throws {@link RetentionOkrError} INVALID_HISTORY for renewals that are no whole number from 0
 * @example
 * ```ts
 * import { discountedResidualLifetime, type RenewalModel } from 'retention-okr/predict'
 *
 * const model: RenewalModel = { name: 'shifted-beta-geometric', parameters: { alpha: 0.668, beta: 3.806 } }
 * discountedResidualLifetime({ renewals: 7 }, { model, discountPerPeriod: 0.1 }).value // ≈ 7.529950
 * discountedResidualLifetime({ renewals: 7 }, { model, discountPerPeriod: 0 }).reason // => 'unbounded'
 * ```
 * @see Fader & Hardie 2010, "Customer-base valuation in a contractual setting"
 * @since 0.1.0
 */
export function discountedResidualLifetime(
  data: RenewalHistory,
  options: DiscountedResidualLifetimeOptions,
): Measurement {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['model', 'discountPerPeriod', 'periods', 'timing'])
  const { model, discountPerPeriod, periods, timing = 'before_renewal' } = options
  const renewals = data['renewals']
  assertInteger(renewals, { minimum: 0, maximum: 1_000_000 }, 'data.renewals', 'INVALID_HISTORY')
  assertRenewalModel(model)
  checkHorizon(options)
  assertOneOf(timing, ['before_renewal', 'after_payment'], 'options.timing')
  const payments = discountedSurvival(model.parameters, options, renewals)
  const { alpha, beta } = model.parameters
  const common = { metric: 'discounted-residual-lifetime', unit: 'count' as const, sampleSize: 0 }
  const definition = {
    model: { name: model.name, parameters: { alpha, beta } },
    renewals,
    discountPerPeriod,
    ...(periods === undefined ? {} : { periods }),
    timing,
  }
  if (payments === null) return { ...common, value: null, reason: 'unbounded', definition }
  return { ...common, value: timing === 'before_renewal' ? payments : payments / (1 + discountPerPeriod), definition }
}
