import { fail } from '../internal/fail.js'
import type { PurchaseDays } from '../tally/columnTallies.js'
import type { DayRows } from './createDayRows.js'
import { numbersOf } from './numbersOf.js'
import { sortCodes } from './sortCodes.js'

/** The rows of purchase days. */
export type DayColumns = Pick<PurchaseDays, 'scale' | 'customers' | 'row' | 'day' | 'orders' | 'amount' | 'returned'>

/** The largest whole amount that a double holds exactly. */
const largestAmount = Number.MAX_SAFE_INTEGER

/**
 * Orders united by customer and day, by counting: customers with an order sorted or in order of first appearance, days
 * ascending.
 */
export function groupDayRows(rows: DayRows, texts: readonly string[], sorted: boolean): DayColumns {
  const counts = countsOf(rows.codes, rows.length, texts.length)
  const present = sorted ? sortCodes(presentCodes(counts), texts) : codesByAppearance(rows, texts.length)
  const order = ordered(rows, counts, present)
  const grouped = uniteDays(rows, order)
  return { scale: rows.scale, customers: namesOf(present, texts), ...grouped }
}

function countsOf(codes: Uint32Array, length: number, customers: number): Uint32Array {
  const counts = new Uint32Array(customers)
  for (let row = 0; row < length; row += 1) counts[codes[row] ?? 0] = (counts[codes[row] ?? 0] ?? 0) + 1
  return counts
}

function presentCodes(counts: Uint32Array): Uint32Array {
  const codes = new Uint32Array(counts.length)
  let present = 0
  for (let code = 0; code < counts.length; code += 1) {
    codes[present] = code
    if (counts[code] !== 0) present += 1
  }
  return codes.slice(0, present)
}

function codesByAppearance({ codes, length }: DayRows, customers: number): Uint32Array {
  const seen = new Uint8Array(customers)
  const found = new Uint32Array(customers)
  let present = 0
  for (let row = 0; row < length; row += 1) {
    const code = codes[row] ?? 0
    if (seen[code] === 1) continue
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

/** The rows by customer, as these are to stand, then day; on one day as they came. */
function ordered(rows: DayRows, counts: Uint32Array, present: Uint32Array): Uint32Array {
  const { codes, length } = rows
  const next = new Uint32Array(counts.length)
  let start = 0
  for (let place = 0; place < present.length; place += 1) {
    const code = present[place] ?? 0
    next[code] = start
    start += counts[code] ?? 0
  }
  const byDay = rowsByDay(rows)
  const order = new Uint32Array(length)
  for (let index = 0; index < length; index += 1) {
    const row = byDay === null ? index : (byDay[index] ?? 0)
    const code = codes[row] ?? 0
    const at = next[code] ?? 0
    order[at] = row
    next[code] = at + 1
  }
  return order
}

/** The rows by day, on one day as they came; null where they stand so. */
function rowsByDay({ days, length }: DayRows): Uint32Array | null {
  let [first, last] = [days[0] ?? 0, days[0] ?? 0]
  let isSorted = true
  for (let row = 1; row < length; row += 1) {
    const day = days[row] ?? 0
    if (day < (days[row - 1] ?? 0)) isSorted = false
    if (day < first) first = day
    if (day > last) last = day
  }
  if (isSorted) return null
  const next = new Uint32Array(last - first + 2)
  for (let row = 0; row < length; row += 1) {
    const after = (days[row] ?? 0) - first + 1
    next[after] = (next[after] ?? 0) + 1
  }
  for (let day = 1; day < next.length; day += 1) next[day] = (next[day] ?? 0) + (next[day - 1] ?? 0)
  const order = new Uint32Array(length)
  for (let row = 0; row < length; row += 1) {
    const day = (days[row] ?? 0) - first
    const at = next[day] ?? 0
    order[at] = row
    next[day] = at + 1
  }
  return order
}

type UnitedDays = Pick<DayColumns, 'row' | 'day' | 'orders' | 'amount' | 'returned'>

/** One row a day of one customer. */
function uniteDays(rows: DayRows, order: Uint32Array): UnitedDays {
  const { codes, days, orders: purchases, amounts, returns } = rows
  const [row, day, orders] = [
    new Uint32Array(order.length),
    new Int32Array(order.length),
    new Uint32Array(order.length),
  ]
  const [amount, returned] = [new Float64Array(order.length), new Float64Array(order.length)]
  let length = 0
  let [place, customer, today] = [-1, -1, 0]
  for (let at = 0; at < order.length; at += 1) {
    const from = order[at] ?? 0
    const code = codes[from] ?? 0
    const on = days[from] ?? 0
    if (code !== customer || on !== today) {
      if (code !== customer) place += 1
      customer = code
      today = on
      row[length] = place
      day[length] = on
      amount[length] = Number.NaN
      length += 1
    }
    const last = length - 1
    const total = amounts[from] ?? Number.NaN
    orders[last] = (orders[last] ?? 0) + (purchases[from] ?? 0)
    returned[last] = (returned[last] ?? 0) + (returns[from] ?? 0)
    if (!Number.isNaN(total)) amount[last] = Number.isNaN(amount[last]) ? total : (amount[last] ?? 0) + total
  }
  assertExact(amount, returned, length)
  return {
    row: numbersOf(row, length),
    day: numbersOf(day, length),
    orders: numbersOf(orders, length),
    amount: knownNumbersOf(amount, length),
    returned: numbersOf(returned, length),
  }
}

function assertExact(amount: Float64Array, returned: Float64Array, length: number): void {
  for (let row = 0; row < length; row += 1) {
    const [sum, back] = [amount[row] ?? 0, returned[row] ?? 0]
    if (sum > largestAmount || back > largestAmount) {
      const rule = 'the sum of a day must be 2^53 at most, in units of the finest amount'
      fail('AMOUNT_OUT_OF_RANGE', 'orders', rule, Math.max(sum, back))
    }
  }
}

/** The same as numbers, null where one is NaN. */
function knownNumbersOf(values: Float64Array, length: number): (number | null)[] {
  const numbers: (number | null)[] = numbersOf(values, length)
  for (let row = 0; row < length; row += 1) if (Number.isNaN(values[row])) numbers[row] = null
  return numbers
}
