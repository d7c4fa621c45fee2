import { checkHistory, checkSilence } from './checkHistory.js'
import type { PurchaseHistory } from './models/history.js'
import type { Behaviour } from './purchaseLaw.js'

const pathOf = (member: string): string => `history.${member}`

/** One history in the unit of a model; INVALID_HISTORY for one that cannot be. */
export function readHistory(history: PurchaseHistory, timeUnitDays: number): Behaviour {
  checkHistory(history, pathOf, 'history')
  const { frequency, ageAtLastPurchaseDays, ageDays } = history
  return { x: frequency, tx: ageAtLastPurchaseDays / timeUnitDays, age: ageDays / timeUnitDays }
}

/** One history as on the day of its last purchase, in the unit of a model. */
export function readSilence(
  history: Pick<PurchaseHistory, 'frequency' | 'ageAtLastPurchaseDays'>,
  timeUnitDays: number,
): Behaviour {
  checkSilence(history, pathOf, 'history')
  const tx = history.ageAtLastPurchaseDays / timeUnitDays
  return { x: history.frequency, tx, age: tx }
}
