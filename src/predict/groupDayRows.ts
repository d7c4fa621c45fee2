import { fail } from '../internal/fail.js'
import type { PurchaseDays } from '../tally/columnTallies.js'
import { sortCodes } from '../tally/sortCodes.js'
import type { DayLanes } from './createDayRows.js'
import { rowsByDay } from './rowsByDay.js'

/** The rows of purchase days. */
export type DayColumns = Pick<PurchaseDays, 'scale' | 'customers' | 'row' | 'day' | 'orders' | 'amount' | 'returned'>

/**
 * Orders united by customer and day, by counting: customers with an order sorted or in order of first appearance, days
 * ascending.
 */
export function groupDayRows(lanes: DayLanes, texts: readonly string[], sorted: boolean): DayColumns {
  const counts = countsOf(lanes, texts.length)
  const present = sorted ? sortCodes(presentCodes(counts), texts) : codesByAppearance(lanes, texts.length)
  const order = orderedRows(lanes, counts, present)
  return { scale: lanes.scale, customers: namesOf(present, texts), ...uniteDays(lanes, order) }
}

/** Orders by code of the customer. */
function countsOf({ codes, kinds, length }: DayLanes, customers: number): Uint32Array {
  const counts = new Uint32Array(customers)
  for (let row = 0; row < length; row += 1) {
    if ((kinds[row] ?? 0) > 1) continue
    const code = codes[row] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

function presentCodes(counts: Uint32Array): Uint32Array {
  const codes = new Uint32Array(counts.length)
  let present = 0
  for (let code = 0; code < counts.length; code += 1) {
    if (counts[code] === 0) continue
    codes[present] = code
    present += 1
  }
  return codes.subarray(0, present)
}

function codesByAppearance({ codes, kinds, length }: DayLanes, customers: number): Uint32Array {
  const seen = new Uint8Array(customers)
  const found = new Uint32Array(customers)
  let present = 0
  for (let row = 0; row < length; row += 1) {
    const code = codes[row] ?? 0
    if ((kinds[row] ?? 0) > 1 || seen[code] === 1) continue
    seen[code] = 1
    found[present] = code
    present += 1
  }
  return found.subarray(0, present)
}

function namesOf(codes: Uint32Array, texts: readonly string[]): string[] {
  const names = new Array<string>(codes.length)
  for (let place = 0; place < codes.length; place += 1) names[place] = texts[codes[place] ?? 0] ?? ''
  return names
}

/** The rows by customer, as these are to stand, then day; on one day as they came. Makes starts of the counts. */
function orderedRows(lanes: DayLanes, counts: Uint32Array, present: Uint32Array): Uint32Array {
  const { codes } = lanes
  let start = 0
  for (let place = 0; place < present.length; place += 1) {
    const code = present[place] ?? 0
    const orders = counts[code] ?? 0
    counts[code] = start
    start += orders
  }
  const byDay = rowsByDay(lanes, start)
  const order = new Uint32Array(start)
  for (let index = 0; index < byDay.length; index += 1) {
    const row = byDay[index] ?? 0
    const code = codes[row] ?? 0
    const at = counts[code] ?? 0
    order[at] = row
    counts[code] = at + 1
  }
  return order
}

type UnitedDays = Pick<DayColumns, 'row' | 'day' | 'orders' | 'amount' | 'returned'>

/** An array of so many elements is made at once; a longer one would be a table of keys, and grows instead. */
const mostAtOnce = 2 ** 24

/** One row a day of one customer. */
function uniteDays({ codes, days, kinds, amounts, returns, divisor }: DayLanes, order: Uint32Array): UnitedDays {
  const united = emptyDays(order.length <= mostAtOnce ? order.length : 0)
  let [place, length] = [0, 0]
  for (let at = 0; at < order.length; ) {
    const first = order[at] ?? 0
    const [code, day] = [codes[first] ?? 0, days[first] ?? 0]
    let [orders, amount, returned, isKnown] = [0, 0, 0, false]
    let row = first
    do {
      const total = (amounts[row] ?? Number.NaN) / divisor
      if (kinds[row] === 0) {
        orders += 1
        if (returns !== undefined) returned += (returns[row] ?? 0) / divisor
        if (!Number.isNaN(total)) {
          isKnown = true
          amount += total
        }
      } else returned -= total
      at += 1
      row = order[at] ?? 0
    } while (at < order.length && codes[row] === code && days[row] === day)
    assertExact(amount, returned)
    united.row[length] = place
    united.day[length] = day
    united.orders[length] = orders
    united.amount[length] = isKnown ? amount : null
    united.returned[length] = returned
    length += 1
    if (codes[row] !== code) place += 1
  }
  for (const column of Object.values(united)) column.length = length
  return united
}

function emptyDays(length: number): UnitedDays {
  return {
    row: new Array<number>(length),
    day: new Array<number>(length),
    orders: new Array<number>(length),
    amount: new Array<number | null>(length),
    returned: new Array<number>(length),
  }
}

/** The largest whole amount that a double holds exactly. */
const largestAmount = Number.MAX_SAFE_INTEGER

function assertExact(amount: number, returned: number): void {
  if (amount > largestAmount || returned > largestAmount) {
    const rule = 'the sum of a day must be 2^53 at most, in units of the finest amount'
    fail('AMOUNT_OUT_OF_RANGE', 'orders', rule, Math.max(amount, returned))
  }
}
