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
  const isCounted = new Uint8Array(length)
  const usual = markUsual(columns, rule.asOf, noName, isCounted)
  if (usual < length) {
    const unusual = { ...rule, noName, wide: wideByRow(columns) }
    for (let row = isCounted.indexOf(0); row >= 0; row = isCounted.indexOf(0, row + 1)) {
      const reason = reasonOf(columns, row, unusual)
      if (reason === undefined) isCounted[row] = 1
      else leaveOut(reason, at[row] ?? 0)
    }
  }
  for (const row of twins) leaveOut('duplicate', at[row] ?? 0)
  return { length, customer, at, isCounted }
}

/** Marks orders that are known, paid, not paid back, and of somebody, as most are: no reason is looked for; how many. */
function markUsual(
  { length, customer, at, total, refunded, status, wide }: OrderColumns,
  asOf: number,
  noName: number,
  isCounted: Uint8Array,
): number {
  const isNarrow = wide === undefined
  let usual = 0
  for (let row = 0; row < length; row += 1) {
    const code = customer[row] ?? nobody
    if (!((at[row] ?? 0) <= asOf) || code === nobody || code === noName) continue
    if (status !== undefined && status[row] !== 0) continue
    if (refunded !== undefined && refunded[row] !== 0) continue
    if (!isNarrow && Number.isNaN(total[row] ?? 0)) continue
    isCounted[row] = 1
    usual += 1
  }
  return usual
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
