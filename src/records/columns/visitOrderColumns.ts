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

/** Beyond this, hundredths are read from the text, as those of records are. */
const mostHundredths = 1e15

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
  for (let row = 0; row < length; row += 1) {
    const at = instants[row] ?? 0
    if (at > asOf) {
      leaveOut('future', at)
      continue
    }
    const state = status === undefined ? 0 : (status[row] ?? 0)
    const paid = totals[row] ?? 0
    const back = refunds === undefined ? 0 : (refunds[row] ?? 0)
    const reason = reasonOf(state, paid, back, row)
    if (reason !== undefined) {
      leaveOut(reason, at)
      continue
    }
    const code = customer[row] ?? nobody
    const isGuest = code === nobody || code === noName
    if (isGuest && !takesGuests) {
      leaveOut('no_customer', at)
      continue
    }
    let [total, refunded] = [hundredthsOf(paid), hundredthsOf(back)]
    if (Number.isNaN(total + refunded)) [total, refunded] = readExact(row)
    if (currency !== undefined) money.currency = currencies[currency[row] ?? 0] as string
    visit(code, at, money, hasSegments ? (segments[segment?.[row] ?? 0] ?? '') : undefined, total, refunded, row)
  }
  for (const row of twins) leaveOut('duplicate', instants[row] ?? 0)

  function hundredthsOf(scaled: number): number {
    const hundredths = factor === 1 ? scaled : scaled / factor
    const isExact = factor === 1 || Number.isInteger(hundredths)
    return isExact && hundredths < mostHundredths && hundredths > -mostHundredths ? hundredths : Number.NaN
  }

  function reasonOf(state: number, paid: number, back: number, row: number): string | undefined {
    if (state !== 0) {
      if (state >= testOrder && leavesOut.test) return 'test'
      const named = orderStates[state % testOrder]
      if ((named === 'cancelled' || named === 'failed') && leavesOut[named]) return named
    }
    if (!leavesOut.refunded) return undefined
    const isRefunded = Number.isNaN(paid) ? isWidePaidBack(row) : paid > 0 && back >= paid
    return isRefunded ? 'refunded' : undefined
  }

  function isWidePaidBack(row: number): boolean {
    const own = wide.get(row)
    return own !== undefined && isPaidBack(plainText(own.total), plainText(own.refunded ?? 0))
  }

  /** What hundredths cannot hold is set as the amount that it is. */
  function readExact(row: number): [total: number, refunded: number] {
    const { total, refunded } = orderAt(columns, row, wide)
    money.total = total
    money.refunded = refunded
    return [parseAmount(total), refunded === undefined ? 0 : parseAmount(refunded)]
  }
}
