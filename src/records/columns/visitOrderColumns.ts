import { parseAmount } from '../../internal/parseAmount.js'
import { columnFacts } from '../../tally/columnFacts.js'
import type { OrderColumns } from '../models/columns.js'
import type { Order } from '../models/order.js'
import { isPaidBack } from './isPaidBack.js'
import { nobody } from './limits.js'
import { orderAt, orderStates, plainText, testOrder, wideByRow } from './orderRows.js'
import { powerOf } from './scaledAmount.js'

/** Which orders of columns are visited. */
export interface OrderColumnRule {
  asOf: number
  /** Whether the segments are asked for. */
  hasSegments: boolean
  /** What is left out. */
  leavesOut: Readonly<Record<'test' | 'cancelled' | 'failed' | 'refunded', boolean>>
  /** Whether an order without a customer is visited. */
  takesGuests: boolean
}

/** What is read of an order beside its place: one object for all rows, whose amounts are set where hundredths are NaN. */
export interface OrderMoney {
  currency: string
  total: Order['total']
  refunded?: Order['refunded']
}

/** What is done with one order; its customer by code, its amounts in whole hundredths or NaN. */
export type VisitOrderRow = (
  customer: number,
  at: number,
  money: OrderMoney,
  segment: string | undefined,
  total: number,
  refunded: number,
  row: number,
) => void

/** Visits the orders of columns by their arrays, no object a row; those left out with their reason and instant. */
export function visitOrderColumns(
  columns: OrderColumns,
  { asOf, hasSegments, leavesOut, takesGuests }: OrderColumnRule,
  visit: VisitOrderRow,
  leaveOut: (reason: string, at: number) => void,
): void {
  const { length, customers, customer, at: instants, total: totals, refunded: refunds, status, scale } = columns
  const { currency, currencies, segment, segments = [] } = columns
  const { twins } = columnFacts(columns, 'orders', ['orders'])
  const noName = customers.indexOf('')
  const factor = powerOf(scale - 2)
  const wide = wideByRow(columns)
  const money: OrderMoney = { currency: currencies[0] as string, total: 0 }
  // Not two variables: a number that a closure shares is an object a row.
  const exact = new Float64Array(2)
  for (let row = 0; row < length; row += 1) {
    const at = instants[row] ?? 0
    if (at > asOf) {
      leaveOut('future', at)
      continue
    }
    const state = status === undefined ? 0 : (status[row] ?? 0)
    let total = totals[row] ?? 0
    let refunded = refunds === undefined ? 0 : (refunds[row] ?? 0)
    const code = customer[row] ?? nobody
    // Most orders are paid, not paid back, and of somebody: no reason is looked for.
    const isUsual = state === 0 && refunded === 0 && !Number.isNaN(total) && code !== nobody && code !== noName
    const reason = isUsual ? undefined : reasonOf(row, state, code, total > 0 && refunded >= total)
    if (reason !== undefined) {
      leaveOut(reason, at)
      continue
    }
    if (factor !== 1 || !isSmall(total) || !isSmall(refunded)) {
      readExact(row, total / factor, refunded / factor)
      total = exact[0] ?? 0
      refunded = exact[1] ?? 0
    }
    if (currency !== undefined) money.currency = currencies[currency[row] ?? 0] as string
    visit(code, at, money, hasSegments ? (segments[segment?.[row] ?? 0] ?? '') : undefined, total, refunded, row)
  }
  for (const row of twins) leaveOut('duplicate', instants[row] ?? 0)

  function reasonOf(row: number, state: number, code: number, isRefunded: boolean): string | undefined {
    if (state >= testOrder && leavesOut.test) return 'test'
    const named = orderStates[state % testOrder]
    if ((named === 'cancelled' || named === 'failed') && leavesOut[named]) return named
    if (leavesOut.refunded && (isRefunded || isWidePaidBack(row))) return 'refunded'
    return (code === nobody || code === noName) && !takesGuests ? 'no_customer' : undefined
  }

  function isWidePaidBack(row: number): boolean {
    const own = wide.get(row)
    return own !== undefined && isPaidBack(plainText(own.total), plainText(own.refunded ?? 0))
  }

  /** Hundredths of another scale, or of an amount that is wide or large; what they cannot hold is set as it is. */
  function readExact(row: number, total: number, refunded: number): void {
    exact[0] = total
    exact[1] = refunded
    if (isHundredths(total) && isHundredths(refunded)) return
    const order = orderAt(columns, row, wide)
    money.total = order.total
    money.refunded = order.refunded
    exact[0] = parseAmount(order.total)
    exact[1] = order.refunded === undefined ? 0 : parseAmount(order.refunded)
  }
}

/** Beyond this, hundredths are read from the text, as those of records are. */
function isSmall(hundredths: number): boolean {
  return hundredths < 1e15 && hundredths > -1e15
}

function isHundredths(value: number): boolean {
  return Number.isInteger(value) && isSmall(value)
}
