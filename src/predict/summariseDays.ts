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
  let [amounts, future, outside, withoutAmount] = [0, 0, 0, 0]
  forEachCustomer(days, (start, end) => {
    const known = lastKnown(days, start, end, knownAt.day)
    future += ordersOf(days, known, end)
    const first = firstPurchase(days, start, known)
    if (first === known) return
    const firstDay = days.day[first] ?? 0
    if (firstDay < acquired.from || firstDay >= acquired.to) {
      outside += ordersOf(days, start, known)
      return
    }
    const age = knownAt.day - firstDay
    const spent = spentOn(days, first + 1, known, rules.amount)
    const frequency = spent.known + spent.unknown
    columns.customerId.push(days.customers[days.row[start] ?? 0] ?? '')
    columns.frequency.push(frequency)
    columns.ageAtLastPurchaseDays.push(lastPurchaseDay(days, first, known) - firstDay)
    columns.ageDays.push(age)
    columns.monetaryValue.push(spent.mean ?? 0)
    if (ownRhythm) gaps.push(medianGap(purchaseDays(days, first, known)))
    amounts += spent.known + (days.amount[first] === null ? 0 : 1)
    withoutAmount += spent.unknown
    totals.repeatPurchases += frequency
    if (frequency > 0) totals.repeaters += 1
    if (age > totals.maximumAgeDays) totals.maximumAgeDays = age
  })
  totals.customers = columns.customerId.length
  excluded.add('future', future)
  excluded.add('acquired_outside', outside)
  notes.add('daysWithoutAmount', withoutAmount)
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

/** The row of the first purchase of a span; its end when there is none. */
function firstPurchase(days: PurchaseDays, start: number, end: number): number {
  let row = start
  while (row < end && days.orders[row] === 0) row += 1
  return row
}

/** The day of the last purchase of a span that begins with one. */
function lastPurchaseDay(days: PurchaseDays, start: number, end: number): number {
  let row = end - 1
  while (row > start && days.orders[row] === 0) row -= 1
  return days.day[row] ?? 0
}

function purchaseDays({ day, orders }: PurchaseDays, start: number, end: number): number[] {
  return day.slice(start, end).filter((_, index) => (orders[start + index] ?? 0) > 0)
}

/** The median gap between the purchase days; null for a single one. */
function medianGap(days: readonly number[]): number | null {
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? 0))
  gaps.sort((a, b) => a - b)
  const middle = gaps.length >> 1
  if (gaps.length === 0) return null
  return gaps.length % 2 === 1 ? (gaps[middle] ?? 0) : ((gaps[middle - 1] ?? 0) + (gaps[middle] ?? 0)) / 2
}
