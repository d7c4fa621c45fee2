import { assertKnownOptions } from '../internal/guards.js'
import { aliveOf } from './aliveOf.js'
import { lawOf } from './lawOf.js'
import type { PurchaseHistory } from './models/history.js'
import type { PurchaseModel } from './models/models.js'
import { readHistory } from './readHistory.js'
import { readModel } from './readModel.js'

/** Options of {@link probabilityAlive}. */
export interface ProbabilityAliveOptions {
  /** The model. */
  readonly model: PurchaseModel
}

/**
 * Estimates the probability that somebody is still a customer, given the purchases so far.
 *
 * (M)BG/NBD: `1 / (1 + e^u)` with `u = ln a - ln(b + x - 1 + k) + (r + x) ln((alpha + T)/(alpha + tx))`, k = 1 for
 * MBG/NBD and 0 for BG/NBD, under which a customer without a repeat purchase is one with probability exactly 1.
 * Pareto/NBD: `1 / (1 + rho)`, rho an integral over the time of dropout. As a score of who will return it is worse than
 * the days since the last purchase: use {@link scoreCustomers}.
 *
 * @param history - repeat purchases and ages in days
 * @param options - the model
 * @returns a probability 0..1
 * @throws {@link RetentionOkrError} INVALID_HISTORY for a history that cannot be, INVALID_MODEL, INVALID_OPTION
 * @example
 * ```ts
 * import { probabilityAlive, type PurchaseModel } from 'retention-okr/predict'
 *
 * const model: PurchaseModel = {
 *   name: 'bg-nbd', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, timeUnitDays: 7,
 * }
 * probabilityAlive({ frequency: 2, ageAtLastPurchaseDays: 213, ageDays: 272 }, { model }) // ≈ 0.7266
 * probabilityAlive({ frequency: 0, ageAtLastPurchaseDays: 0, ageDays: 272 }, { model }) // => 1
 * ```
 * @see Fader, Hardie & Lee 2005, "Counting your customers the easy way"; Batislam, Denizel & Filiztekin 2007; Schmittlein,
 * Morrison & Colombo 1987
 * @since 0.1.0
 */
export function probabilityAlive(history: PurchaseHistory, options: ProbabilityAliveOptions): number {
  assertKnownOptions(options, ['model'])
  const model = readModel(options.model)
  return aliveOf(lawOf(model).logOddsGone(readHistory(history, model.timeUnitDays)))
}
