import { fail } from '../internal/fail.js'
import type { PurchaseDays } from '../tally/columnTallies.js'

/** The largest whole amount that a double holds exactly. */
const largestAmount = Number.MAX_SAFE_INTEGER

/** What a customer spent on some days. */
export interface SpentOnDays {
  /** Mean of the days with an amount, in currency units; null without one. */
  readonly mean: number | null
  /** Purchase days with an amount. */
  readonly known: number
  /** Purchase days without. */
  readonly unknown: number
}

/** The mean value of a customer's purchase days in rows of a tally; a return is deducted from the purchase day before. */
export function spentOn(days: PurchaseDays, start: number, end: number, amount: 'gross' | 'net'): SpentOnDays {
  let [sum, known, unknown] = [0, 0, 0]
  let isKnown = false
  for (let row = start; row < end; row += 1) {
    if ((days.orders[row] ?? 0) > 0) {
      const total = days.amount[row] ?? null
      isKnown = total !== null
      sum += total ?? 0
      if (isKnown) known += 1
      else unknown += 1
    }
    if (isKnown && amount === 'net') sum -= days.returned[row] ?? 0
    if (Math.abs(sum) > largestAmount) {
      fail('AMOUNT_OUT_OF_RANGE', 'orders', 'a sum must be 2^53 at most, in units of the finest amount', sum)
    }
  }
  return { mean: known === 0 ? null : sum / (known * 10 ** days.scale) + 0, known, unknown }
}
