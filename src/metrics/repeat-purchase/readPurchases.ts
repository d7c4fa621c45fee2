import { createInstantReader } from '../../calendar/createInstantReader.js'
import { localDay } from '../../calendar/localDay.js'
import { startOfLocalDay } from '../../calendar/startOfLocalDay.js'
import { compareDecimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertOneOf } from '../../internal/guards.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { Order } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
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

/** One purchase, decoded. */
export interface Purchase {
  id: string
  customer: string
  at: number
  segment: string | undefined
  order: Order
  /** Where it stands among the orders, for an error. */
  path: string
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
}

/** Reads every order once; those left out are reported by reason, with the instant that places them. */
export function readPurchases(
  orders: Iterable<Order>,
  context: PurchaseContext,
  visit: (purchase: Purchase) => void,
  leaveOut: (reason: string, at: number) => void,
): void {
  const { asOf, timeZone, include, identity } = context
  const readAt = createInstantReader(timeZone)
  const isNew = createIdCheck('orders')
  const segmentOf = createSegmentReader(context.segmentBy)
  forEachRecord(orders, 'orders', (order, index) => {
    const path = `orders[${index}]`
    if (typeof order.id !== 'string') fail('INVALID_INPUT', `${path}.id`, 'must be text', order.id)
    const at = readAt(order.placedAt, () => `${path}.placedAt`)
    const customer = keyOf(order, identity)
    const total = toDecimal(order.total, `${path}.total`, 'INVALID_AMOUNT')
    const refunded = toDecimal(order.refunded ?? 0, `${path}.refunded`, 'INVALID_AMOUNT')
    // Free orders are not refunded ones.
    const isRefunded = total.greaterThan(0) && compareDecimal(refunded, total) >= 0
    const segment = segmentOf(order)
    const amounts = [total.toFixed(), refunded.toFixed()]
    const content = [customer, at, order.status, order.isTest === true, order.currency, segment, ...amounts]
    if (!isNew(order.id, content, index)) return leaveOut('duplicate', at)
    if (at > asOf) return leaveOut('future', at)
    const reason = reasonOf(order, isRefunded, include)
    if (reason !== undefined) return leaveOut(reason, at)
    if (customer === '' && context.guests !== true) return leaveOut('no_customer', at)
    visit({ id: order.id, customer, at, segment, order, path })
  })
}

function keyOf(order: Order, identity: 'customerId' | 'email'): string {
  return identity === 'email' ? (order.emailKey ?? '').trim().toLowerCase() : (order.customerId ?? '')
}

function reasonOf(order: Order, isRefunded: boolean, include: readonly OrderInclusion[]): OrderInclusion | undefined {
  const reasons: readonly [OrderInclusion, boolean][] = [
    ['test', order.isTest === true],
    ['cancelled', order.status === 'cancelled'],
    ['failed', order.status === 'failed'],
    ['refunded', isRefunded],
  ]
  return reasons.find(([reason, applies]) => applies && !include.includes(reason))?.[0]
}

/** The occasions of one customer in order: each purchase, or the first instant of each day with one. */
export function occasionsOf(instants: readonly number[], occasion: 'order' | 'day', timeZone: string): number[] {
  if (occasion === 'order') return [...instants].sort((a, b) => a - b)
  const days = new Set(instants.map((at) => localDay(at, timeZone)))
  return [...days].sort().map((day) => startOfLocalDay(day, timeZone))
}
