import { assertKnownOptions } from '../internal/guards.js'
import { lawOf } from './lawOf.js'
import type { PurchaseModel } from './models/models.js'
import { readHorizon } from './readHorizon.js'
import { readModel } from './readModel.js'

/** Options of {@link expectedPurchases}. */
export interface ExpectedPurchasesOptions {
  /** The model. */
  readonly model: PurchaseModel
  /** Days after the first purchase, from 0. */
  readonly horizonDays: number
}

/**
 * Estimates how often a new customer will buy again within a time after the first purchase.
 *
 * BG/NBD: `G(r, alpha, a, b, t)`; MBG/NBD: `b/(a + b) G(r, alpha, a, b + 1, t)`, with G the mean of
 * `[1 - (alpha/(alpha + p t))^r]/p` over dropout probabilities p; Pareto/NBD: `r/alpha` times the expected time until
 * dropout, t at most.
 *
 * @param options - the model, days
 * @returns repeat purchase days, from 0
 * @throws {@link RetentionOkrError} INVALID_MODEL, INVALID_OPTION
 * @example
 * ```ts
 * import { expectedPurchases, type PurchaseModel } from 'retention-okr/predict'
 *
 * const model: PurchaseModel = {
 *   name: 'bg-nbd', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, timeUnitDays: 7,
 * }
 * expectedPurchases({ model, horizonDays: 273 }) // ≈ 1.1967
 * ```
 * @see Fader, Hardie & Lee 2005, "Counting your customers the easy way"
 * @since 0.1.0
 */
export function expectedPurchases(options: ExpectedPurchasesOptions): number {
  assertKnownOptions(options, ['model', 'horizonDays'])
  const model = readModel(options.model)
  return lawOf(model).expected(readHorizon(options.horizonDays) / model.timeUnitDays)
}
