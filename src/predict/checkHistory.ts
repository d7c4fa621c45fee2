import { fail } from '../internal/fail.js'
import type { PurchaseHistory } from './models/history.js'

/** The members of a history that a function reads. */
export type HistoryMember = 'frequency' | 'ageAtLastPurchaseDays' | 'ageDays'

/**
 * Checks what a function reads of a history: a whole number of repeat purchases, ages from 0, the last purchase not later
 * than now, and an age at it exactly where there is a repeat purchase.
 */
export function checkHistory(history: unknown, pathOf: (member: HistoryMember) => string, path: string): void {
  checkSilence(history, pathOf, path)
  const { ageAtLastPurchaseDays, ageDays } = history as PurchaseHistory
  if (typeof ageDays !== 'number' || !Number.isFinite(ageDays) || ageDays < ageAtLastPurchaseDays) {
    fail('INVALID_HISTORY', pathOf('ageDays'), 'must not be below the age at the last purchase', ageDays)
  }
}

/** The same without the age now, which the days until an alarm do not depend on. */
export function checkSilence(history: unknown, pathOf: (member: HistoryMember) => string, path: string): void {
  if (typeof history !== 'object' || history === null) fail('INVALID_HISTORY', path, 'must be a history', history)
  const { frequency, ageAtLastPurchaseDays } = history as Record<string, unknown>
  if (typeof frequency !== 'number' || !Number.isSafeInteger(frequency) || frequency < 0) {
    fail('INVALID_HISTORY', pathOf('frequency'), 'must be a whole number from 0', frequency)
  }
  if (
    typeof ageAtLastPurchaseDays !== 'number' ||
    !Number.isFinite(ageAtLastPurchaseDays) ||
    ageAtLastPurchaseDays < 0
  ) {
    fail('INVALID_HISTORY', pathOf('ageAtLastPurchaseDays'), 'must be a number from 0', ageAtLastPurchaseDays)
  }
  if (frequency > 0 !== ageAtLastPurchaseDays > 0) {
    fail(
      'INVALID_HISTORY',
      pathOf('ageAtLastPurchaseDays'),
      'must be above 0 exactly where frequency is',
      ageAtLastPurchaseDays,
    )
  }
}
