import { type OrderHundredths, orderHundredths } from '../../records/columns/orderHundredths.js'
import type { OrderColumns } from '../../records/model.js'
import type { CountedRows } from '../../tally/countedRows.js'

/** What the orders of columns spent, as far as they count. */
export interface SpentRows {
  /** Paid less paid back, in whole hundredths; NaN where either has more decimals or digits. */
  net: Float64Array
  /** Whether they are of several currencies. */
  isMixed: boolean
}

/** Takes the mark from rows outside a period, if there is one, and reads what the others spent. */
export function spentRows(
  rows: CountedRows,
  columns: OrderColumns,
  period: { start: number; end: number } | undefined,
): SpentRows {
  if (period !== undefined) unmarkOutside(rows.isCounted, rows.at, period.start, period.end)
  return { net: netOf(orderHundredths(columns)), isMixed: areMixed(columns.currency, rows.isCounted) }
}

function unmarkOutside(isCounted: Uint8Array, at: Float64Array, start: number, end: number): void {
  for (let row = 0; row < at.length; row += 1) {
    const instant = at[row] ?? 0
    if (instant < start || instant >= end) isCounted[row] = 0
  }
}

function areMixed(currency: Uint16Array | undefined, isCounted: Uint8Array): boolean {
  if (currency === undefined) return false
  const first = currency[isCounted.indexOf(1)]
  return currency.some((code, row) => code !== first && isCounted[row] === 1)
}

function netOf({ total, refunded }: OrderHundredths): Float64Array {
  return refunded === undefined ? total : total.map((paid, row) => paid - (refunded[row] ?? 0))
}
