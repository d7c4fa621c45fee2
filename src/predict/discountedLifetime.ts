import { assertKnownOptions } from '../internal/guards.js'
import type { Measurement } from '../measurement.js'
import { assertRenewalModel } from './assertRenewalModel.js'
import { checkHorizon, discountedSurvival } from './discountedSurvival.js'
import type { RenewalModel } from './models/models.js'

/** Options of {@link discountedLifetime}. */
export interface DiscountedLifetimeOptions {
  /** The model of renewals. */
  readonly model: RenewalModel
  /** Discount a period: 0, or 1e-5 and above. */
  readonly discountPerPeriod: number
  /** How many payments count, that at acquisition included, 1 to 1,000,000; default all. */
  readonly periods?: number | undefined
}

/**
 * Estimates how many payments a new customer will make, discounted (DEL).
 *
 * `Σ S(t) / (1 + d)^t` over t from 0: the payment at acquisition counts in full. Without discount it is
 * `(alpha + beta - 1) / (alpha - 1)` for alpha > 1, and has no end else.
 *
 * @param options - model, discount a period, number of payments
 * @returns `discounted-lifetime` in payments (`count`), 1 and above; null with `unbounded` where the sum has no end
 * @throws {@link RetentionOkrError} INVALID_MODEL; INVALID_OPTION, also for a discount between 0 and 1e-5
 * @example
 * ```ts
 * import { discountedLifetime, type RenewalModel } from 'retention-okr/predict'
 *
 * const model: RenewalModel = { name: 'shifted-beta-geometric', parameters: { alpha: 0.668, beta: 3.806 } }
 * discountedLifetime({ model, discountPerPeriod: 0.1 }).value // ≈ 5.922596
 * ```
 * @see Fader & Hardie 2010, "Customer-base valuation in a contractual setting"
 * @since 0.1.0
 */
export function discountedLifetime(options: DiscountedLifetimeOptions): Measurement {
  assertKnownOptions(options, ['model', 'discountPerPeriod', 'periods'])
  const { model, discountPerPeriod, periods } = options
  assertRenewalModel(model)
  checkHorizon(options)
  const later = laterPayments(options)
  const { alpha, beta } = model.parameters
  const common = { metric: 'discounted-lifetime', unit: 'count' as const, sampleSize: 0 }
  const definition = {
    model: { name: model.name, parameters: { alpha, beta } },
    discountPerPeriod,
    ...(periods === undefined ? {} : { periods }),
  }
  if (later === null) return { ...common, value: null, reason: 'unbounded', definition }
  return { ...common, value: 1 + later / (1 + discountPerPeriod), definition }
}

/** The payments after that at acquisition, seen from the first renewal. */
function laterPayments({ model, discountPerPeriod, periods }: DiscountedLifetimeOptions): number | null {
  if (periods === 1) return 0
  const rest = periods === undefined ? {} : { periods: periods - 1 }
  return discountedSurvival(model.parameters, { discountPerPeriod, ...rest }, 0)
}
