import { assertKnownOptions } from '../internal/guards.js'
import { aliveOf } from './aliveOf.js'
import { lawOf } from './lawOf.js'
import type { PurchaseHistory } from './models/history.js'
import type { PurchaseModel } from './models/models.js'
import { readHistory } from './readHistory.js'
import { readHorizon } from './readHorizon.js'
import { readModel } from './readModel.js'

/** Options of {@link conditionalExpectedPurchases}. */
export interface ConditionalExpectedPurchasesOptions {
  /** The model. */
  readonly model: PurchaseModel
  /** Days ahead, from 0. */
  readonly horizonDays: number
}

/**
 * Estimates how often a customer will buy within a time, given the purchases so far.
 *
 * The probability of still being a customer times the purchases expected of one. (M)BG/NBD:
 * `P(alive) G(r + x, alpha + T, a, b + x + k, t)`, with G the mean of `[1 - (alpha/(alpha + p t))^r]/p` over dropout
 * probabilities p. Pareto/NBD: `P(alive) (r + x)/(alpha + T)` times the expected time until dropout, t at most.
 *
 * @param history - repeat purchases and ages in days
 * @param options - the model, days ahead
 * @returns purchase days, from 0
 * @throws {@link RetentionOkrError} INVALID_HISTORY for a history that cannot be, INVALID_MODEL, INVALID_OPTION
 * @example
 * ```ts
 * import { conditionalExpectedPurchases, type PurchaseModel } from 'retention-okr/predict'
 *
 * const model: PurchaseModel = {
 *   name: 'bg-nbd', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, timeUnitDays: 7,
 * }
 * const history = { frequency: 2, ageAtLastPurchaseDays: 7 * 30.43, ageDays: 7 * 38.86 }
 * conditionalExpectedPurchases(history, { model, horizonDays: 7 * 39 }) // ≈ 1.226
 * ```
 * @see Fader, Hardie & Lee 2005, "Counting your customers the easy way"; Fader & Hardie 2005, "A note on deriving the
 * Pareto/NBD model and related expressions"
 * @since 0.1.0
 */
export function conditionalExpectedPurchases(
  history: PurchaseHistory,
  options: ConditionalExpectedPurchasesOptions,
): number {
  assertKnownOptions(options, ['model', 'horizonDays'])
  const model = readModel(options.model)
  const t = readHorizon(options.horizonDays) / model.timeUnitDays
  const behaviour = readHistory(history, model.timeUnitDays)
  const law = lawOf(model)
  return aliveOf(law.logOddsGone(behaviour)) * law.expectedAlive(behaviour, t)
}
