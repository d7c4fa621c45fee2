import { isDecimalText } from '../../internal/isDecimalText.js'
import { type MarkedRow, rowReason, rowSegment } from '../../tally/rowMarks.js'
import type { ActivityEvent, Order } from '../model.js'
import type { OrderColumns, WideAmount } from '../models/columns.js'
import { amountText } from './amountText.js'
import { isPaidBack } from './isPaidBack.js'
import { nobody } from './limits.js'
import { plainNumberText } from './plainNumberText.js'

/** States of an order by code. */
export const orderStates = ['paid', 'open', 'cancelled', 'failed'] as const

/** What is added to the code of a test order. */
export const testOrder = 4

/** Columns of orders as orders; a twin that was dropped comes again, marked. */
export function* orderRows(columns: OrderColumns, twins: readonly number[]): Iterable<Order> {
  const wide = wideByRow(columns)
  for (let row = 0; row < columns.length; row += 1) yield orderAt(columns, row, wide)
  for (const row of twins) yield { ...orderAt(columns, row, wide), [rowReason]: 'duplicate' } as Order
}

/** Columns of orders as activity: what is left out of purchases is left out here, with the reason. */
export function* orderActivity(columns: OrderColumns, twins: readonly number[]): Iterable<ActivityEvent> {
  for (const order of orderRows(columns, twins)) {
    const { id, placedAt: at } = order
    const customerId = order.customerId ?? order.emailKey ?? ''
    const marks = order as MarkedRow
    const reason = marks[rowReason] ?? reasonOf(order, customerId)
    const event = { id, customerId, at, ...(rowSegment in marks ? { [rowSegment]: marks[rowSegment] } : {}) }
    yield reason === undefined ? event : ({ ...event, [rowReason]: reason } as ActivityEvent)
  }
}

function reasonOf(order: Order, customerId: string): string | undefined {
  if (order.isTest === true) return 'test'
  if (order.status === 'cancelled' || order.status === 'failed') return order.status
  if (isPaidBack(plainText(order.total), plainText(order.refunded ?? 0))) return 'refunded'
  return customerId === '' ? 'no_customer' : undefined
}

type WideByRow = ReadonlyMap<number, WideAmount>

/** The amounts that do not fit, by row. */
export function wideByRow({ wide = [] }: OrderColumns): WideByRow {
  return new Map(wide.map((amounts) => [amounts.row, amounts]))
}

/** One row of columns as an order. */
export function orderAt(columns: OrderColumns, row: number, wide: WideByRow): Order {
  const { scale, status, currency, currencies, segment, segments } = columns
  const code = columns.customer[row] ?? nobody
  const state = status?.[row] ?? 0
  const own = wide.get(row)
  const back = own === undefined ? (columns.refunded?.[row] ?? 0) : own.refunded
  return {
    id: String(row),
    ...(code === nobody
      ? {}
      : { [columns.identity === 'email' ? 'emailKey' : 'customerId']: columns.customers[code] ?? '' }),
    placedAt: columns.at[row] ?? 0,
    status: orderStates[state % testOrder] ?? 'paid',
    total: own === undefined ? amountText(columns.total[row] ?? 0, scale) : exactAmount(own.total),
    ...(back === undefined || back === 0
      ? {}
      : { refunded: typeof back === 'string' ? exactAmount(back) : amountText(back, scale) }),
    currency: currencies[currency?.[row] ?? 0] as string,
    ...(state >= testOrder ? { isTest: true } : {}),
    ...(segment === undefined ? {} : { [rowSegment]: segments?.[segment[row] ?? 0] ?? '' }),
  }
}

/** Text with more decimals than an amount may have was a number, and is one again. */
function exactAmount(text: string): string | number {
  return isDecimalText(text) ? text : Number(text)
}

/** An amount as decimal text. */
export function plainText(amount: number | string): string {
  return typeof amount === 'number' ? plainNumberText(amount) : amount
}
