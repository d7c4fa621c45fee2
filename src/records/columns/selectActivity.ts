import { columnFacts } from '../../tally/columnFacts.js'
import type { CountedRows } from '../../tally/countedRows.js'
import type { ActivityColumns, OrderColumns } from '../models/columns.js'
import { selectOrders } from './selectOrders.js'

const purchasesOnly = { test: true, cancelled: true, failed: true, refunded: true } as const

/** The events of columns that count: those known, of orders each purchase; others are reported with their reason. */
export function selectActivity(
  columns: ActivityColumns | OrderColumns,
  asOf: number,
  leaveOut: (reason: string) => void,
): CountedRows {
  if (columns.columns === 'orders') {
    return selectOrders(columns, { asOf, leavesOut: purchasesOnly, takesGuests: false }, (reason) => leaveOut(reason))
  }
  const { length, customer, at } = columns
  const { twins } = columnFacts(columns, 'activities', ['activity'])
  const isCounted = new Uint8Array(length)
  markKnown(isCounted, at, asOf)
  for (let row = isCounted.indexOf(0); row >= 0; row = isCounted.indexOf(0, row + 1)) leaveOut('future')
  for (let twin = 0; twin < twins.length; twin += 1) leaveOut('duplicate')
  return { length, customer, at, isCounted }
}

function markKnown(marks: Uint8Array, at: Float64Array, asOf: number): void {
  for (let row = 0; row < marks.length; row += 1) if ((at[row] ?? 0) <= asOf) marks[row] = 1
}
