import { assertKnownOptions } from '../internal/guards.js'
import { aliveOf } from './aliveOf.js'
import { lawOf } from './lawOf.js'
import type { PurchaseHistory } from './models/history.js'
import type { PurchaseProbabilityOptions } from './purchaseProbability.js'
import { readHistory } from './readHistory.js'
import { readHorizon } from './readHorizon.js'
import { readModel } from './readModel.js'
import { readPurchases } from './readPurchases.js'

type Ask<Purchases extends number | readonly number[]> = PurchaseProbabilityOptions<Purchases>

/** The probability that a customer buys exactly so often within a time, given the purchases so far. */
export function conditionalPurchaseProbability(history: PurchaseHistory, options: Ask<number>): number
export function conditionalPurchaseProbability(history: PurchaseHistory, options: Ask<readonly number[]>): number[]
export function conditionalPurchaseProbability(
  history: PurchaseHistory,
  options: Ask<number> | Ask<readonly number[]>,
): number | number[] {
  assertKnownOptions(options, ['model', 'horizonDays', 'purchases'])
  const model = readModel(options.model)
  const { asked, largest } = readPurchases(options.purchases)
  const behaviour = readHistory(history, model.timeUnitDays)
  const law = lawOf(model)
  const alive = aliveOf(law.logOddsGone(behaviour))
  const counts = law.countsAlive(behaviour, readHorizon(options.horizonDays) / model.timeUnitDays, largest)
  const probabilities = asked.map((count) => (count === 0 ? 1 - alive : 0) + alive * (counts[count] ?? 0))
  return typeof options.purchases === 'number' ? (probabilities[0] ?? 0) : probabilities
}
