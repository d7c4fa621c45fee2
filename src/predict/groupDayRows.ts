import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import type { PurchaseDays } from '../tally/columnTallies.js'

/** The rows of purchase days. */
export type DayColumns = Pick<PurchaseDays, 'customers' | 'row' | 'day' | 'orders' | 'amount' | 'returned'>

/** Orders as columns, in the order they came. */
export interface OrderRows {
  readonly customers: readonly string[]
  readonly codes: Uint32Array
  readonly days: Int32Array
  readonly orders: Uint8Array
  readonly amounts: Float64Array
  readonly returns: Float64Array
  readonly length: number
}

/** The largest whole amount that a double holds exactly. */
const largestAmount = Number.MAX_SAFE_INTEGER

/** Orders united by customer and day, by counting: customers sorted or in order of first appearance, days ascending. */
export function groupDayRows(rows: OrderRows, sorted: boolean): DayColumns {
  const { customers: ids, days, length } = rows
  const places = placesOf(ids, sorted)
  const ends = new Uint32Array(ids.length + 1)
  for (let row = 0; row < length; row += 1) {
    const next = (places[rows.codes[row] ?? 0] ?? 0) + 1
    ends[next] = (ends[next] ?? 0) + 1
  }
  for (let place = 1; place <= ids.length; place += 1) ends[place] = (ends[place] ?? 0) + (ends[place - 1] ?? 0)
  const next = ends.slice(0, ids.length)
  const order = new Uint32Array(length)
  for (let row = 0; row < length; row += 1) {
    const place = places[rows.codes[row] ?? 0] ?? 0
    const at = next[place] ?? 0
    order[at] = row
    next[place] = at + 1
  }
  const grouped: DayColumns = {
    customers: namesOf(ids, places),
    row: [],
    day: [],
    orders: [],
    amount: [],
    returned: [],
  }
  for (let place = 0; place < ids.length; place += 1) {
    const own = order.subarray(ends[place], ends[place + 1])
    if (!isAscending(own, days)) own.sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0))
    addDays(grouped, rows, own, place)
  }
  return grouped
}

/** Where each customer stands, by code. */
function placesOf(ids: readonly string[], sorted: boolean): Uint32Array {
  const places = new Uint32Array(ids.length)
  const codes = ids.map((_, code) => code)
  if (sorted) codes.sort((a, b) => compareCodeUnits(ids[a] ?? '', ids[b] ?? ''))
  codes.forEach((code, place) => {
    places[code] = place
  })
  return places
}

function namesOf(ids: readonly string[], places: Uint32Array): string[] {
  const names = new Array<string>(ids.length).fill('')
  ids.forEach((id, code) => {
    names[places[code] ?? 0] = id
  })
  return names
}

function isAscending(rows: Uint32Array, days: Int32Array): boolean {
  for (let at = 1; at < rows.length; at += 1) {
    if ((days[rows[at - 1] ?? 0] ?? 0) > (days[rows[at] ?? 0] ?? 0)) return false
  }
  return true
}

/** One row a day of one customer. */
function addDays(grouped: DayColumns, rows: OrderRows, own: Uint32Array, place: number): void {
  for (let at = 0; at < own.length; ) {
    const day = rows.days[own[at] ?? 0] ?? 0
    let [orders, returned] = [0, 0]
    let amount: number | null = null
    for (; at < own.length && rows.days[own[at] ?? 0] === day; at += 1) {
      const row = own[at] ?? 0
      const total = rows.amounts[row] ?? Number.NaN
      orders += rows.orders[row] ?? 0
      returned += rows.returns[row] ?? 0
      if (!Number.isNaN(total)) amount = (amount ?? 0) + total
    }
    if ((amount ?? 0) > largestAmount || returned > largestAmount) {
      const rule = 'the sum of a day must be 2^53 at most, in units of the finest amount'
      fail('AMOUNT_OUT_OF_RANGE', 'orders', rule, Math.max(amount ?? 0, returned))
    }
    grouped.row.push(place)
    grouped.day.push(day)
    grouped.orders.push(orders)
    grouped.amount.push(amount)
    grouped.returned.push(returned)
  }
}
