import type { PurchaseDays } from '../tally/columnTallies.js'

/** Calls with the first row of each customer and the one after the last. */
export function forEachCustomer(days: PurchaseDays, visit: (start: number, end: number) => void): void {
  for (let start = 0; start < days.row.length; ) {
    let end = start + 1
    while (end < days.row.length && days.row[end] === days.row[start]) end += 1
    visit(start, end)
    start = end
  }
}
