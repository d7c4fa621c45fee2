import type { OrderColumns } from '../models/columns.js'
import type { Order } from '../models/order.js'
import { orderHundredths } from './orderHundredths.js'
import { orderAt, wideByRow } from './orderRows.js'
import { type OrderColumnRule, selectOrders } from './selectOrders.js'

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
  { hasSegments, ...rule }: OrderColumnRule & { hasSegments: boolean },
  visit: VisitOrderRow,
  leaveOut: (reason: string, at: number) => void,
): void {
  const { currency, currencies, segment, segments = [] } = columns
  const { length, customer, at, isCounted } = selectOrders(columns, rule, leaveOut)
  const { total: totals, refunded: refunds } = orderHundredths(columns)
  const wide = wideByRow(columns)
  const money: OrderMoney = { currency: currencies[0] as string, total: 0 }
  for (let row = 0; row < length; row += 1) {
    if (isCounted[row] === 0) continue
    const total = totals[row] ?? 0
    const refunded = refunds === undefined ? 0 : (refunds[row] ?? 0)
    if (Number.isNaN(total) || Number.isNaN(refunded)) {
      const order = orderAt(columns, row, wide)
      money.total = order.total
      money.refunded = order.refunded
    }
    if (currency !== undefined) money.currency = currencies[currency[row] ?? 0] as string
    const own = hasSegments ? (segments[segment?.[row] ?? 0] ?? '') : undefined
    visit(customer[row] ?? 0, at[row] ?? 0, money, own, total, refunded, row)
  }
}
