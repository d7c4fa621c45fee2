import { dayNumber } from '../calendar/dayNumber.js'
import { createExclusions } from '../internal/createExclusions.js'
import { fail } from '../internal/fail.js'
import { assertDay } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import type { PurchaseDays } from '../tally/columnTallies.js'
import type { AcquiredSpan } from './dayOptions.js'
import { forEachCustomer } from './forEachCustomer.js'
import { readAcquired } from './readAcquired.js'
import { spentOn } from './spentOn.js'

/** The span of a holdout and which customers it is of. */
export interface HoldoutOptions {
  /** The last day of the calibration: the holdout begins on the next one. */
  readonly asOf: Day
  /** The last day of the holdout. */
  readonly until: Day
  /** Whether refunds and returns are deducted. Default `gross`. */
  readonly amount?: 'gross' | 'net' | undefined
  /** The customers whose first purchase day lies in it. Default all. */
  readonly acquired?: AcquiredSpan | undefined
}

/** What the customers of a calibration bought in the days that followed. */
export interface HoldoutPurchases {
  readonly customerId: string[]
  /** Purchase days in the holdout. */
  readonly purchases: number[]
  /** Mean of the sums of those days, null where none is known. */
  readonly monetaryValue: (number | null)[]
  /** Days of the holdout. */
  readonly days: number
  /** Customers first seen in the holdout, as `first_purchase_in_holdout`. */
  readonly excluded: Record<string, number>
}

/**
 * Counts the purchase days of each customer of a calibration in (asOf, until].
 *
 * A purchase on `asOf` belongs to the calibration, one on the next day to the holdout. The customers and their order are
 * those of the summary of the same days at `asOf`.
 */
export function countHoldoutPurchases(days: PurchaseDays, options: HoldoutOptions): HoldoutPurchases {
  const { asOf, until, amount = 'gross' } = options
  assertDay(asOf, 'options.asOf')
  assertDay(until, 'options.until')
  const [from, to] = [dayNumber(asOf), dayNumber(until)]
  if (to <= from) fail('INVALID_OPTION', 'options.until', 'must be after asOf', until)
  const acquired = readAcquired(options.acquired)
  const excluded = createExclusions()
  const counted: HoldoutPurchases = { customerId: [], purchases: [], monetaryValue: [], days: to - from, excluded: {} }
  forEachCustomer(days, (start, end) => {
    const first = rowWhere(start, end, (row) => (days.orders[row] ?? 0) > 0)
    const firstDay = days.day[first] ?? 0
    if (first === end || firstDay > to) return
    if (firstDay > from) return excluded.add('first_purchase_in_holdout')
    if (firstDay < acquired.from || firstDay >= acquired.to) return
    // Returns before the first purchase of the holdout belong to the calibration.
    const opening = rowWhere(first, end, (row) => (days.day[row] ?? 0) > from)
    const closing = rowWhere(opening, end, (row) => (days.day[row] ?? 0) > to)
    const { mean, known, unknown } = spentOn(days, opening, closing, amount)
    counted.customerId.push(days.customers[days.row[start] ?? 0] ?? '')
    counted.purchases.push(known + unknown)
    counted.monetaryValue.push(days.mixedCurrency ? null : mean)
  })
  return { ...counted, excluded: excluded.result() ?? {} }
}

/** The first row of a span that passes; its end when none does. */
function rowWhere(start: number, end: number, passes: (row: number) => boolean): number {
  let row = start
  while (row < end && !passes(row)) row += 1
  return row
}
