import { dayFromNumber } from '../calendar/dayNumber.js'
import { createExclusions } from '../internal/createExclusions.js'
import type { PurchaseDays } from '../tally/columnTallies.js'
import { forEachCustomer } from './forEachCustomer.js'
import type { PurchaseSummary } from './models/summary.js'
import { spentOn } from './spentOn.js'
import type { SummaryRules } from './summaryRules.js'

/** Purchase days as one row a customer. */
export function summariseDays(days: PurchaseDays, rules: SummaryRules): PurchaseSummary {
  const { knownAt, acquired, ownRhythm, definition } = rules
  const excluded = createExclusions()
  const notes = createExclusions()
  for (const [reason, orders] of Object.entries(days.excluded)) excluded.add(reason, orders)
  for (const [note, orders] of Object.entries(days.notes)) notes.add(note, orders)
  const columns: Columns = { customerId: [], frequency: [], ageAtLastPurchaseDays: [], ageDays: [], monetaryValue: [] }
  const gaps: (number | null)[] = []
  const totals = { customers: 0, repeatPurchases: 0, repeaters: 0, maximumAgeDays: 0 }
  let amounts = 0
  forEachCustomer(days, (start, end) => {
    const known = lastKnown(days, start, end, knownAt.day)
    excluded.add('future', ordersOf(days, known, end))
    const purchases = purchaseRows(days, start, known)
    const first = days.day[purchases[0] ?? 0] ?? 0
    if (purchases.length === 0) return
    if (first < acquired.from || first >= acquired.to) {
      excluded.add('acquired_outside', ordersOf(days, start, known))
      return
    }
    const frequency = purchases.length - 1
    const age = knownAt.day - first
    const spent = spentOn(days, (purchases[0] ?? 0) + 1, known, rules.amount)
    columns.customerId.push(days.customers[days.row[start] ?? 0] ?? '')
    columns.frequency.push(frequency)
    columns.ageAtLastPurchaseDays.push((days.day[purchases[frequency] ?? 0] ?? 0) - first)
    columns.ageDays.push(age)
    columns.monetaryValue.push(spent.mean ?? 0)
    if (ownRhythm) gaps.push(medianGap(purchases.map((row) => days.day[row] ?? 0)))
    amounts += spent.known + (days.amount[purchases[0] ?? 0] === null ? 0 : 1)
    notes.add('daysWithoutAmount', spent.unknown)
    totals.customers += 1
    totals.repeatPurchases += frequency
    if (frequency > 0) totals.repeaters += 1
    totals.maximumAgeDays = Math.max(totals.maximumAgeDays, age)
  })
  const reason = days.mixedCurrency ? 'mixed_currency' : amounts === 0 ? 'empty_base' : undefined
  return {
    asOf: dayFromNumber(knownAt.day),
    timeZone: definition.timeZone,
    currency: reason === undefined ? days.currency : null,
    ...columns,
    monetaryValue: reason === undefined ? columns.monetaryValue : null,
    ...(reason === undefined ? {} : { monetaryReason: reason }),
    ...(ownRhythm ? { medianGapDays: gaps } : {}),
    totals,
    excluded: excluded.result() ?? {},
    notes: notes.result() ?? {},
    definition,
  }
}

interface Columns {
  customerId: string[]
  frequency: number[]
  ageAtLastPurchaseDays: number[]
  ageDays: number[]
  monetaryValue: number[]
}

/** The row after the last of a customer that is known. */
function lastKnown(days: PurchaseDays, start: number, end: number, asOf: number): number {
  let known = end
  while (known > start && (days.day[known - 1] ?? 0) > asOf) known -= 1
  return known
}

function ordersOf(days: PurchaseDays, start: number, end: number): number {
  let orders = 0
  for (let row = start; row < end; row += 1) orders += days.orders[row] ?? 0
  return orders
}

function purchaseRows(days: PurchaseDays, start: number, end: number): number[] {
  const rows: number[] = []
  for (let row = start; row < end; row += 1) if ((days.orders[row] ?? 0) > 0) rows.push(row)
  return rows
}

/** The median gap between the purchase days; null for a single one. */
function medianGap(days: readonly number[]): number | null {
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? 0))
  gaps.sort((a, b) => a - b)
  const middle = gaps.length >> 1
  if (gaps.length === 0) return null
  return gaps.length % 2 === 1 ? (gaps[middle] ?? 0) : ((gaps[middle - 1] ?? 0) + (gaps[middle] ?? 0)) / 2
}
