import { fail } from '../../internal/fail.js'
import { assertOneOf } from '../../internal/guards.js'
import { markColumns } from '../../tally/markColumns.js'
import type { Feed } from '../../tally/readSource.js'
import type { OrderColumns } from '../models/columns.js'
import type { Order } from '../models/order.js'
import { createAmounts } from './createAmounts.js'
import { createCodes } from './createCodes.js'
import { createFrame } from './createFrame.js'
import { createGrowing } from './createGrowing.js'
import type { EncodeOptions } from './encodeOptions.js'
import { maximumCustomers, maximumTexts, nobody } from './limits.js'
import { orderActivity, orderRows, orderStates, testOrder } from './orderRows.js'
import { textAt } from './textAt.js'

/** Orders one by one, columns after the last. */
export function orderFeed(
  options: EncodeOptions,
  identity: 'customerId' | 'email',
  has: (field: string) => boolean,
): Feed<Order, OrderColumns> {
  const frame = createFrame<Order>(options)
  const [customers, currencies] = [
    createCodes('orders', 'customers', maximumCustomers),
    createCodes('orders', 'currencies', maximumTexts),
  ]
  const customer = createGrowing((length) => new Uint32Array(length))
  const at = createGrowing((length) => new Float64Array(length))
  const status = createGrowing((length) => new Uint8Array(length))
  const currency = createGrowing((length) => new Uint16Array(length))
  const amounts = createAmounts()
  const twins: number[] = []
  let length = 0
  let index = 0
  let states = 0
  const path = (): string => `orders[${index}]`
  const placedAtPath = (): string => `${path()}.placedAt`

  return { add, finish }

  function add(order: Order, given: number): void {
    index = given
    const id = has('id') ? textAt(order.id, path, 'id') : undefined
    const key = keyOf(order)
    const state = stateOf(order, has('status') ? order.status : 'paid')
    at.set(length, frame.readAt(order.placedAt, placedAtPath))
    customer.set(length, key === '' ? nobody : customers.codeOf(key))
    status.set(length, state)
    amounts.set(length, order.total, order.refunded, path)
    if (has('currency')) currency.set(length, currencies.codeOf(textAt(order.currency, path, 'currency')))
    frame.setSegment(length, order)
    const twin = frame.twinOf(id, length)
    if (twin === undefined) {
      states |= state
      length += 1
    } else {
      if (!isSame(twin, length)) fail('CONFLICTING_RECORDS', `${path()}.id`, 'one id has one content', 'two contents')
      amounts.drop(length)
      twins.push(twin)
    }
  }

  function keyOf({ customerId, emailKey }: Order): string {
    const [key, field] = identity === 'email' ? [emailKey, 'emailKey'] : [customerId, 'customerId']
    if (key === undefined || key === null) return ''
    const text = textAt(key, path, field)
    return identity === 'email' ? text.trim().toLowerCase() : text
  }

  function stateOf({ isTest }: Order, state: unknown): number {
    const code = orderStates.indexOf(state as Order['status'])
    // The path is text that costs more than the look: it is composed only for an error.
    if (code < 0) assertOneOf(state, orderStates, `${path()}.status`, 'INVALID_INPUT')
    return code + (isTest === true ? testOrder : 0)
  }

  function isSame(first: number, second: number): boolean {
    return (
      [customer, at, status, currency].every((column) => Object.is(column.get(first), column.get(second))) &&
      amounts.areEqual(first, second) &&
      frame.isSameSegment(first, second)
    )
  }

  function finish(): OrderColumns {
    const instants = at.done(length)
    const codes = currencies.texts()
    const columns: OrderColumns = {
      columns: 'orders',
      identity,
      ...frame.base(length, instants, { duplicate: twins.length }),
      customers: customers.texts(),
      customer: customer.done(length),
      at: instants,
      ...amounts.done(length),
      ...(states === 0 ? {} : { status: status.done(length) }),
      currencies: codes,
      ...(codes.length > 1 ? { currency: currency.done(length) } : {}),
    }
    return markColumns(columns, {
      rows: (asked) => (asked === 'activity' ? orderActivity(columns, twins) : orderRows(columns, twins)),
      twins,
      hasDays: frame.hasDays(),
      unplaced: {},
    })
  }
}
