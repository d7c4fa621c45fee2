import type { OrderColumns } from '../records/model.js'
import type { DayRows } from './createDayRows.js'
import { judgeOrderRows } from './judgeOrderRows.js'
import { localDaysOf } from './localDaysOf.js'
import { orderJudgements } from './orderJudgements.js'
import type { PurchaseDayRules } from './purchaseDayFeed.js'

/** What is done with orders of columns beside adding them. */
export interface OrderSink {
  /** Counts orders left out. */
  readonly leaveOut: (reason: string, orders: number) => void
  /** Takes the currency of an order, unless it is that of the one before. */
  readonly addCurrency: (currency: string) => void
  /** Takes an order that numbers alone do not say. */
  readonly addRow: (row: number) => void
}

/** The largest whole amount that a double holds exactly. */
const largestAmount = Number.MAX_SAFE_INTEGER
const [purchase, unsaid] = [orderJudgements.indexOf('purchase'), orderJudgements.indexOf('unsaid')]

/** Adds the orders of columns by their arrays, no object and no call a row; the dropped twins of rows are not among them. */
export function addOrderColumns(rows: DayRows, columns: OrderColumns, rules: PurchaseDayRules, sink: OrderSink): void {
  const { length, customer, total: totals, refunded: refunds, currency, currencies, scale } = columns
  const daysOfRows = localDaysOf(columns.at, rules.timeZone)
  const judged = judgeOrderRows(columns, daysOfRows, rules)
  reportLeftOut(judged, sink)
  rows.reserve(length)
  const { codes, days, orders, amounts, returns } = rows
  let money = -1
  let [divisor, factor] = [divisorOf(scale, rows.scale), divisorOf(rows.scale, scale)]
  for (let row = 0; row < length; row += 1) {
    const judgement = judged[row] ?? unsaid
    if (judgement > unsaid) continue
    const isPurchase = judgement === purchase
    const total = totals[row] ?? 0
    const back = isPurchase ? (refunds === undefined ? 0 : (refunds[row] ?? 0)) : -total
    const isTooLarge = factor > 1 && (Math.abs(total) * factor > largestAmount || back * factor > largestAmount)
    if (judgement === unsaid || isTooLarge) {
      sink.addRow(row)
      divisor = divisorOf(scale, rows.scale)
      factor = divisorOf(rows.scale, scale)
      continue
    }
    while (divisor > 1 && !(isMultiple(total, divisor) && isMultiple(back, divisor))) {
      rows.refine(rows.scale + 1)
      divisor = divisorOf(scale, rows.scale)
    }
    const code = currency === undefined ? 0 : (currency[row] ?? 0)
    if (code !== money) {
      money = code
      sink.addCurrency(currencies[code] ?? '')
    }
    const at = rows.length
    codes[at] = customer[row] ?? 0
    days[at] = daysOfRows[row] ?? 0
    orders[at] = isPurchase ? 1 : 0
    amounts[at] = isPurchase ? (total / divisor) * factor : Number.NaN
    returns[at] = (back / divisor) * factor
    rows.length = at + 1
  }
}

function reportLeftOut(judged: Uint8Array, { leaveOut }: OrderSink): void {
  const counts = new Float64Array(orderJudgements.length)
  for (const judgement of judged) counts[judgement] = (counts[judgement] ?? 0) + 1
  orderJudgements.forEach((judgement, code) => {
    if (judgement === 'purchase' || judgement === 'unsaid') return
    leaveOut(judgement === 'future_return' ? 'return_row' : judgement, counts[code] ?? 0)
  })
}

/** How many units of the finer scale make one of the other; 1 where the first is not the finer one. */
function divisorOf(scale: number, other: number): number {
  return 10 ** Math.max(0, scale - other)
}

function isMultiple(units: number, divisor: number): boolean {
  return Math.floor(units / divisor) * divisor === units
}
