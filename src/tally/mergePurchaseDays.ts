import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import type { PurchaseDays } from './columnTallies.js'

/** The largest whole amount that a double holds exactly. */
const largestAmount = Number.MAX_SAFE_INTEGER

/** Two tallies of purchase days as one: rows of one customer and day are added, exactly, at the finer scale of the two. */
export function mergePurchaseDays(a: PurchaseDays, b: PurchaseDays): PurchaseDays {
  const scale = Math.max(a.scale, b.scale)
  const [factorOfA, factorOfB] = [10 ** (scale - a.scale), 10 ** (scale - b.scale)]
  const merged = { customers: [], row: [], day: [], orders: [], amount: [], returned: [] } as Rows
  let [i, j] = [0, 0]
  let last: string | undefined
  while (i < a.row.length || j < b.row.length) {
    const order = compareRows(a, i, b, j)
    const [source, at] = order <= 0 ? [a, i] : [b, j]
    const customer = idOf(source, at)
    if (customer !== last) merged.customers.push(customer)
    last = customer
    merged.row.push(merged.customers.length - 1)
    merged.day.push(source.day[at] ?? 0)
    let [orders, returned] = [0, 0]
    let amount: number | null = null
    if (order <= 0) {
      orders += a.orders[i] ?? 0
      amount = plus(amount, a.amount[i] ?? null, factorOfA)
      returned += (a.returned[i] ?? 0) * factorOfA
      i += 1
    }
    if (order >= 0) {
      orders += b.orders[j] ?? 0
      amount = plus(amount, b.amount[j] ?? null, factorOfB)
      returned += (b.returned[j] ?? 0) * factorOfB
      j += 1
    }
    merged.orders.push(orders)
    merged.amount.push(inRange(amount))
    merged.returned.push(inRange(returned) ?? 0)
  }
  const mixedCurrency = areMixed(a, b)
  return {
    kind: 'purchase-days',
    ...(a.version === undefined && b.version === undefined ? {} : { version: 1 }),
    definition: a.definition,
    currency: mixedCurrency ? null : (a.currency ?? b.currency),
    mixedCurrency,
    scale,
    ...merged,
    excluded: added(a.excluded, b.excluded),
    notes: added(a.notes, b.notes),
  }
}

type Rows = Pick<PurchaseDays, 'customers' | 'row' | 'day' | 'orders' | 'amount' | 'returned'>

function idOf(tally: PurchaseDays, at: number): string {
  return tally.customers[tally.row[at] ?? 0] ?? ''
}

/** Order of two rows; one behind the last is behind all. */
function compareRows(a: PurchaseDays, i: number, b: PurchaseDays, j: number): number {
  if (i >= a.row.length) return 1
  if (j >= b.row.length) return -1
  return compareCodeUnits(idOf(a, i), idOf(b, j)) || (a.day[i] ?? 0) - (b.day[j] ?? 0)
}

function plus(sum: number | null, amount: number | null, factor: number): number | null {
  return amount === null ? sum : (sum ?? 0) + amount * factor
}

function inRange(amount: number | null): number | null {
  if (amount !== null && amount > largestAmount) {
    fail(
      'AMOUNT_OUT_OF_RANGE',
      'amount',
      'the sum of a day must be 2^53 at most, in units of the finest amount',
      amount,
    )
  }
  return amount
}

/** An unknown currency agrees with every other. */
function areMixed(a: PurchaseDays, b: PurchaseDays): boolean {
  if (a.mixedCurrency || b.mixedCurrency) return true
  return a.currency !== null && b.currency !== null && a.currency !== b.currency
}

function added(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const sums = new Map(Object.entries(a))
  for (const [name, count] of Object.entries(b)) sums.set(name, (sums.get(name) ?? 0) + count)
  return Object.fromEntries([...sums].sort(([x], [y]) => compareCodeUnits(x, y)))
}
