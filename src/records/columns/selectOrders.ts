import { columnFacts } from '../../tally/columnFacts.js'
import type { CountedRows } from '../../tally/countedRows.js'
import type { OrderColumns, WideAmount } from '../models/columns.js'
import { isPaidBack } from './isPaidBack.js'
import { nobody } from './limits.js'
import { orderStates, plainText, testOrder, wideByRow } from './orderRows.js'

/** Which orders of columns count. */
export interface OrderColumnRule {
  asOf: number
  /** What is left out. */
  leavesOut: Readonly<Record<'test' | 'cancelled' | 'failed' | 'refunded', boolean>>
  /** Whether an order without a customer counts. */
  takesGuests: boolean
}

/** The orders of columns that count; those left out are reported with their reason and instant. */
export function selectOrders(
  columns: OrderColumns,
  rule: OrderColumnRule,
  leaveOut: (reason: string, at: number) => void,
): CountedRows {
  const { length, customers, customer, at } = columns
  const { twins } = columnFacts(columns, 'orders', ['orders'])
  const noName = customers.indexOf('')
  const unusual = { ...rule, noName, wide: wideByRow(columns) }
  const isCounted = usualOrders(columns, rule.asOf, noName)
  for (let row = isCounted.indexOf(0); row >= 0; row = isCounted.indexOf(0, row + 1)) {
    const reason = reasonOf(columns, row, unusual)
    if (reason === undefined) isCounted[row] = 1
    else leaveOut(reason, at[row] ?? 0)
  }
  for (const row of twins) leaveOut('duplicate', at[row] ?? 0)
  return { length, customer, at, isCounted }
}

/** Marks orders that are known, paid, not paid back, and of somebody, as most are: no reason is looked for. */
function usualOrders(columns: OrderColumns, asOf: number, noName: number): Uint8Array {
  const { length, customer, at, refunded, status, wide = [] } = columns
  const marks = new Uint8Array(length)
  markKnown(marks, customer, at, asOf, noName)
  if (status !== undefined) unmarkOthers(marks, status)
  if (refunded !== undefined) unmarkOthers(marks, refunded)
  for (const { row } of wide) marks[row] = 0
  return marks
}

function markKnown(marks: Uint8Array, customer: Uint32Array, at: Float64Array, asOf: number, noName: number): void {
  for (let row = 0; row < marks.length; row += 1) {
    const code = customer[row] ?? nobody
    if ((at[row] ?? 0) <= asOf && code !== nobody && code !== noName) marks[row] = 1
  }
}

/** Takes the mark from rows of which a column says anything but 0. */
function unmarkOthers(marks: Uint8Array, column: Uint8Array | Float64Array): void {
  for (let row = 0; row < marks.length; row += 1) if (column[row] !== 0) marks[row] = 0
}

/** Why an order is left out; undefined for one that counts all the same. */
function reasonOf(
  { customer, at, status, total, refunded }: OrderColumns,
  row: number,
  rule: OrderColumnRule & { noName: number; wide: ReadonlyMap<number, WideAmount> },
): string | undefined {
  const { asOf, leavesOut, takesGuests, noName, wide } = rule
  if ((at[row] ?? 0) > asOf) return 'future'
  const state = status?.[row] ?? 0
  if (state >= testOrder && leavesOut.test) return 'test'
  const named = orderStates[state % testOrder]
  if ((named === 'cancelled' || named === 'failed') && leavesOut[named]) return named
  if (leavesOut.refunded && isRefunded(total[row] ?? 0, refunded?.[row] ?? 0, wide.get(row))) return 'refunded'
  const code = customer[row] ?? nobody
  return (code === nobody || code === noName) && !takesGuests ? 'no_customer' : undefined
}

function isRefunded(total: number, refunded: number, wide: WideAmount | undefined): boolean {
  if (wide !== undefined) return isPaidBack(plainText(wide.total), plainText(wide.refunded ?? 0))
  return total > 0 && refunded >= total
}
