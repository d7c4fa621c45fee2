import { createInstantReader } from '../../calendar/createInstantReader.js'
import { compareDecimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertOneOf } from '../../internal/guards.js'
import { parseAmount } from '../../internal/parseAmount.js'
import { type OrderColumnRule, selectOrders } from '../../records/columns/selectOrders.js'
import { type OrderMoney, visitOrderColumns } from '../../records/columns/visitOrderColumns.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { Order, OrderColumns, RecordSource } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { agreeWithColumns } from '../../tally/agreeWithColumns.js'
import type { CountedRows } from '../../tally/countedRows.js'
import type { Content } from '../../tally/createIdCheck.js'
import type { Key } from '../../tally/createKeys.js'
import { createRecordCheck } from '../../tally/createRecordCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { isColumns } from '../../tally/isColumns.js'
import type { DuplicateRule } from '../../tally/model.js'
import { unplacedOf } from '../../tally/unplacedOf.js'
import type { OrderInclusion, OrderOptions } from './model.js'

/** The names of the options about orders. */
export const orderOptionNames = ['occasion', 'include', 'identity', 'preset'] as const

const inclusions = ['refunded', 'cancelled', 'failed', 'test'] as const

/** The options about orders with defaults and preset filled in; explicit options win over the preset. */
export function readOrderOptions(options: OrderOptions): {
  occasion: 'order' | 'day'
  include: readonly OrderInclusion[]
  identity: 'customerId' | 'email'
} {
  const { preset, occasion = 'order', identity = 'customerId' } = options
  if (preset !== undefined) assertOneOf(preset, ['shopify'], 'options.preset')
  assertOneOf(occasion, ['order', 'day'], 'options.occasion')
  assertOneOf(identity, ['customerId', 'email'], 'options.identity')
  const include = options.include ?? (preset === 'shopify' ? ['refunded', 'cancelled'] : [])
  if (!Array.isArray(include)) fail('INVALID_OPTION', 'options.include', 'must be a list', include)
  include.forEach((item, index) => {
    assertOneOf(item, inclusions, `options.include[${index}]`)
  })
  return { occasion, include: [...include].sort() as OrderInclusion[], identity }
}

/** What decides which orders are purchases. */
export interface PurchaseContext {
  asOf: number
  timeZone: string
  include: readonly OrderInclusion[]
  identity: 'customerId' | 'email'
  segmentBy: TallyOptions<Order>['segmentBy']
  /** Whether an order counts that has no customer; they are left out by default. */
  guests?: boolean
  /** Who answers for ids that come twice; default the check. */
  duplicates?: DuplicateRule | undefined
}

/** What is done with one purchase, decoded; its values stand one by one, so that no object is made for a row. */
export type VisitPurchase<K = string, O = Order> = (
  customer: K,
  at: number,
  order: O,
  segment: string | undefined,
  /** Whole hundredths; NaN when the amount has more decimals or digits and must be read from the order. */
  total: number,
  refunded: number,
  /** Where it stands among the orders, for an error. */
  index: number,
) => void

/** The same for records and columns, whose customers are codes: what is read of the order is its money alone. */
export type VisitAnyPurchase = VisitPurchase<Key, OrderMoney>

/** The columns that may stand for orders. */
const orderColumns = ['orders'] as const

/** The orders of a source, for the paths of errors and the columns that may stand for them. */
export const orderSource = { name: 'orders', columns: orderColumns } as const

/** What takes purchases one by one, or all that count of columns at once. */
export interface PurchaseSink {
  add: VisitAnyPurchase
  addRows?: ((rows: CountedRows, columns: OrderColumns) => void) | undefined
}

/** Reads every order once; those left out are reported by reason, with the instant that places them. */
export function readPurchases(
  orders: RecordSource<Order>,
  context: PurchaseContext,
  sink: PurchaseSink,
  leaveOut: (reason: string, at: number) => void,
): void {
  if (isColumns(orders)) readPurchaseColumns(orders as OrderColumns, context, sink, leaveOut)
  else forEachRecord(orders, 'orders', createPurchaseReader(orders, context, sink.add, leaveOut))
}

/** The same of columns, by their arrays. */
function readPurchaseColumns(
  columns: OrderColumns,
  context: PurchaseContext,
  { add, addRows }: PurchaseSink,
  leaveOut: (reason: string, at: number) => void,
): void {
  const { asOf, timeZone, identity, segmentBy, duplicates = 'check' } = context
  assertOneOf(duplicates, ['check', 'trusted'], 'options.duplicates')
  agreeWithColumns(columns, 'orders', orderColumns, { timeZone, identity, segmentBy })
  countUnplaced(columns, leaveOut)
  const rule = { asOf, leavesOut: leftOut(context.include), takesGuests: context.guests === true }
  if (addRows !== undefined) addRows(selectOrders(columns, rule, leaveOut), columns)
  else visitOrderColumns(columns, { ...rule, hasSegments: segmentBy !== undefined }, add, leaveOut)
}

/** Nobody knows where they were: they count in every period. */
function countUnplaced(source: object, leaveOut: (reason: string, at: number) => void): void {
  for (const [reason, records] of unplacedOf(source)) {
    for (let twin = 0; twin < records; twin += 1) leaveOut(reason, Number.NaN)
  }
}

/** What of orders is no purchase. */
function leftOut(include: readonly OrderInclusion[]): OrderColumnRule['leavesOut'] {
  return {
    test: !include.includes('test'),
    cancelled: !include.includes('cancelled'),
    failed: !include.includes('failed'),
    refunded: !include.includes('refunded'),
  }
}

/** The reading of one order after another, of columns by the options that they were made with. */
export function createPurchaseReader(
  source: object,
  context: PurchaseContext,
  visit: VisitPurchase,
  leaveOut: (reason: string, at: number) => void,
): (order: Order, index: number) => void {
  const { asOf, timeZone, include, identity, segmentBy, duplicates } = context
  agreeWithColumns(source, 'orders', orderColumns, { timeZone, identity, segmentBy })
  const takesGuests = context.guests === true
  const readsIds = duplicates !== 'trusted' && !isColumns(source)
  const readAt = createInstantReader(timeZone)
  const segmentOf = createSegmentReader<Order>(segmentBy, source)
  let row = 0
  const placedAtPath = (): string => `orders[${row}].placedAt`
  const contentOf = (order: Order): Content => {
    const { status, isTest, currency } = order
    const amounts = [toDecimal(order.total, 'total').toFixed(), toDecimal(order.refunded ?? 0, 'refunded').toFixed()]
    const at = readAt(order.placedAt, placedAtPath)
    return [keyOf(order, identity), at, status, isTest === true, currency, segmentOf(order), ...amounts]
  }
  const isNew = createRecordCheck<Order>('orders', contentOf, { source, duplicates })
  countUnplaced(source, leaveOut)
  const leavesOut = leftOut(include)
  return (order, index) => {
    row = index
    if (readsIds && typeof order.id !== 'string') {
      fail('INVALID_INPUT', `orders[${index}].id`, 'must be text', order.id)
    }
    const at = readAt(order.placedAt, placedAtPath)
    const { status, refunded: back } = order
    const total = parseAmount(order.total)
    const refunded = back === undefined || back === null ? 0 : parseAmount(back)
    const isExact = !Number.isNaN(total) && !Number.isNaN(refunded)
    const isRefunded = isExact ? total > 0 && refunded >= total : isPaidBack(order, index)
    const customer = keyOf(order, identity)
    const segment = segmentOf(order)
    if (!isNew(order.id, order, index)) return leaveOut('duplicate', at)
    if (at > asOf) return leaveOut('future', at)
    if (order.isTest === true && leavesOut.test) return leaveOut('test', at)
    if (status === 'cancelled' && leavesOut.cancelled) return leaveOut(status, at)
    if (status === 'failed' && leavesOut.failed) return leaveOut(status, at)
    if (isRefunded && leavesOut.refunded) return leaveOut('refunded', at)
    if (customer === '' && !takesGuests) return leaveOut('no_customer', at)
    visit(customer, at, order, segment, total, refunded, index)
  }
}

/** Whether everything was paid back; free orders are not refunded ones. */
function isPaidBack({ total, refunded }: Order, index: number): boolean {
  const paid = toDecimal(total, `orders[${index}].total`, 'INVALID_AMOUNT')
  const back = toDecimal(refunded ?? 0, `orders[${index}].refunded`, 'INVALID_AMOUNT')
  return paid.greaterThan(0) && compareDecimal(back, paid) >= 0
}

/** Whose order it is; `''` when nobody is known. */
function keyOf(order: Order, identity: 'customerId' | 'email'): string {
  return identity === 'email' ? (order.emailKey ?? '').trim().toLowerCase() : (order.customerId ?? '')
}
