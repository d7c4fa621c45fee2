import { assertKnownOptions } from '../internal/guards.js'
import { lawOf } from './lawOf.js'
import type { PurchaseModel } from './models/models.js'
import { readHorizon } from './readHorizon.js'
import { readModel } from './readModel.js'
import { readPurchases } from './readPurchases.js'

/** Options of {@link purchaseProbability}. */
export interface PurchaseProbabilityOptions<Purchases extends number | readonly number[]> {
  /** The model. */
  readonly model: PurchaseModel
  /** Days after the first purchase, from 0. */
  readonly horizonDays: number
  /** How many purchases: a whole number from 0, or a list. */
  readonly purchases: Purchases
}

/** The probability that a new customer buys exactly so often within a time. */
export function purchaseProbability(options: PurchaseProbabilityOptions<number>): number
export function purchaseProbability(options: PurchaseProbabilityOptions<readonly number[]>): number[]
export function purchaseProbability(
  options: PurchaseProbabilityOptions<number> | PurchaseProbabilityOptions<readonly number[]>,
): number | number[] {
  assertKnownOptions(options, ['model', 'horizonDays', 'purchases'])
  const model = readModel(options.model)
  const { asked, largest } = readPurchases(options.purchases)
  const counts = lawOf(model).counts(readHorizon(options.horizonDays) / model.timeUnitDays, largest)
  const probabilities = asked.map((count) => counts[count] ?? 0)
  return typeof options.purchases === 'number' ? (probabilities[0] ?? 0) : probabilities
}
